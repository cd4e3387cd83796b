package dev.hookglass.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the word at the caret may go on.
 *
 * @param start where the text begins that a choice takes the place of
 * @param end where it ends
 * @param choices the likeliest first
 */
public record Completion(int start, int end, List<String> choices) {
    private static final int MOST = 12;

    public Completion {
        choices = List.copyOf(choices);
    }

    /**
     * Completes a filter that is being typed.
     *
     * @param values knows for a field's name what may stand behind it, the likeliest first
     */
    public static Completion at(String filter, int caret, Function<String, List<String>> values) {
        int start = wordStart(filter, caret);
        if (start < caret && filter.charAt(start) == '-') {
            start++;
        }
        String typed = filter.substring(start, caret);
        int end = wordEnd(filter, caret);
        int colon = typed.indexOf(':');
        if (typed.startsWith("\"")) {
            return new Completion(start, end, List.of());
        }
        if (colon < 0) {
            return new Completion(start, end, beginning(typed, FilterParser.FIELDS).map(field -> field + ":").toList());
        }
        String field = typed.substring(0, colon).toLowerCase(Locale.ROOT);
        int from = start + (field.equals("header") ? colon : Math.max(colon, typed.lastIndexOf(','))) + 1;
        String value = filter.substring(from, caret).replace("\"", "");
        List<String> known = values.apply(field);
        return new Completion(from, end, Stream.concat(beginning(value, known), within(value, known))
                .limit(MOST)
                .map(FilterWords::quoted)
                .toList());
    }

    private static Stream<String> beginning(String typed, List<String> words) {
        return words.stream().filter(word -> word.regionMatches(true, 0, typed, 0, typed.length()));
    }

    private static Stream<String> within(String typed, List<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> word.toLowerCase(Locale.ROOT).indexOf(lower) > 0);
    }

    private static int wordStart(String filter, int caret) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < caret; i++) {
            if (filter.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(filter.charAt(i))) {
                start = i + 1;
            }
        }
        return start;
    }

    private static int wordEnd(String filter, int caret) {
        int end = caret;
        while (end < filter.length() && !Character.isWhitespace(filter.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * The filter with a choice in its place; behind a value stands a blank then.
     *
     * @param filter as it was when this was made
     */
    public String accept(String filter, String choice) {
        return filter.substring(0, start) + inserted(choice) + filter.substring(end).stripLeading();
    }

    /** Where the caret is behind an accepted choice. */
    public int caretBehind(String choice) {
        return start + inserted(choice).length();
    }

    private static String inserted(String choice) {
        return choice.endsWith(":") ? choice : choice + " ";
    }
}
