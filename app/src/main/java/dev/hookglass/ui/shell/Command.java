package dev.hookglass.ui.shell;

import java.util.Optional;

/**
 * Something that a person can have done, whatever is in focus.
 *
 * @param name in words, as the palette lists it
 * @param key the key that does the same, if there is one
 * @param action for the FX thread
 */
record Command(String name, Optional<Shortcut> key, Runnable action) {
    /** One without a key. */
    Command(String name, Runnable action) {
        this(name, Optional.empty(), action);
    }
}
