package dev.hookglass.ui.detail;

import java.util.Locale;

/** A way to show a body. */
enum BodyForm {
    TREE, FIELDS, PARTS, PRETTY, RAW, HEX;

    /** What its button says in the messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
