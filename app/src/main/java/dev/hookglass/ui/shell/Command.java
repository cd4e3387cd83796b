package dev.hookglass.ui.shell;

import java.util.Optional;

/**
 * Something that a person can have done, whatever is in focus.
 *
 * @param name in words, as the palette lists it
 * @param key the key that does the same, if there is one
 * @param whyNot what it lacks at the moment, in words; empty if it can be done
 * @param action for the FX thread
 */
record Command(String name, Optional<Shortcut> key, Optional<String> whyNot, Runnable action) {
    /** One without a key that can be done at any time. */
    Command(String name, Runnable action) {
        this(name, Optional.empty(), Optional.empty(), action);
    }
}
