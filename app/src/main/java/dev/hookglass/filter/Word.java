package dev.hookglass.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a filter as typed.
 *
 * @param text the word without its minus and quotes
 * @param colon index of the colon outside quotes that ends its field name, or -1
 * @param commas where in the text commas are outside quotes
 * @param negated whether a minus stands before it
 * @param start index of its first character in the whole filter
 * @param end index behind its last character
 */
record Word(String text, int colon, List<Integer> commas, boolean negated, int start, int end) {
    /** Splits a filter into its words: white space separates, quotes keep together. */
    static List<Word> split(String filter) throws FilterException {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            if (Character.isWhitespace(filter.charAt(at))) {
                at++;
            } else {
                Word word = read(filter, at);
                words.add(word);
                at = word.end();
            }
        }
        return words;
    }

    private static Word read(String filter, int start) throws FilterException {
        boolean negated = filter.charAt(start) == '-' && start + 1 < filter.length()
                && !Character.isWhitespace(filter.charAt(start + 1));
        StringBuilder text = new StringBuilder();
        int colon = -1;
        List<Integer> commas = new ArrayList<>();
        boolean quoted = false;
        int at = negated ? start + 1 : start;
        for (; at < filter.length() && (quoted || !Character.isWhitespace(filter.charAt(at))); at++) {
            char c = filter.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else {
                if (c == ':' && !quoted && colon < 0) {
                    colon = text.length();
                }
                if (c == ',' && !quoted) {
                    commas.add(text.length());
                }
                text.append(c);
            }
        }
        if (quoted) {
            throw new FilterException("The quotation mark that opens here is never closed.", start, at);
        }
        return new Word(text.toString(), filter.charAt(negated ? start + 1 : start) == '"' ? -1 : colon, commas,
                negated,
                start, at);
    }

    /** The field name before the colon, or empty if the word is free text. */
    String field() {
        return colon < 0 ? "" : text.substring(0, colon);
    }

    /** What follows the colon. */
    String value() {
        return text.substring(colon + 1);
    }

    /** What the commas outside quotes part, but for what is empty. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        int from = colon + 1;
        for (int comma : commas) {
            if (comma >= from) {
                values.add(text.substring(from, comma));
                from = comma + 1;
            }
        }
        values.add(text.substring(from));
        values.removeIf(String::isEmpty);
        return values;
    }

    FilterException wrong(String sentence) {
        return new FilterException(sentence, start, end);
    }
}
