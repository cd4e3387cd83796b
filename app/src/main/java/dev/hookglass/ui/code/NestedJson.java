package dev.hookglass.ui.code;

/** Tells texts that hold a document of their own, as form fields and strings of some senders do. */
public final class NestedJson {
    private NestedJson() {}

    /** Whether a text looks like a JSON object or array; cheap, and may be wrong. */
    public static boolean isLikely(String text) {
        String stripped = text.strip();
        return stripped.length() > 2
                && (stripped.startsWith("{") && stripped.endsWith("}")
                        || stripped.startsWith("[") && stripped.endsWith("]"));
    }
}
