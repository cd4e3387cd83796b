package dev.hookglass.filter;

/** Writing filters. */
public final class FilterWords {
    private FilterWords() {}

    /**
     * A value as the grammar takes it, as one word and literally. A quotation mark cannot be written; any character is taken
     * in its place.
     */
    public static String quoted(String value) {
        String literal = value.replace('"', '*');
        return literal.matches("[^\\s,]+") ? literal : '"' + literal + '"';
    }

    /** A filter with one more word, if it is not in it yet; its opposite is taken out. */
    public static String with(String filter, String word) {
        String opposite = word.startsWith("-") ? word.substring(1) : "-" + word;
        String rest = (" " + filter.strip() + " ").replace(" " + opposite + " ", " ").strip();
        if ((" " + rest + " ").contains(" " + word + " ")) {
            return rest;
        }
        return rest.isEmpty() ? word : rest + " " + word;
    }
}
