package dev.hookglass.ui.code;

/** How a text is coloured. */
public enum Syntax {
    PLAIN, JSON, XML
}
