package dev.hookglass.signature;

import java.util.function.Supplier;

/** A text that is made and shown only when a person asks for it: it takes part in no listing, log or export. */
public final class Concealed {
    private final Supplier<String> text;

    Concealed(Supplier<String> text) {
        this.text = text;
    }

    /** The text itself. */
    public String reveal() {
        return text.get();
    }

    @Override
    public String toString() {
        return "concealed";
    }
}
