package dev.hookglass.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * Something shown line by line, of which only what is in sight is ever made. Immutable; safe for any thread.
 */
public interface Lines {
    /** How many there are; at least 1. */
    int count();

    /** A line without its end, short enough to be laid out at once; the first has the index 0. */
    String line(int index);

    /** The number to show beside a line: from 1, or 0 where the line only goes on with the one before. */
    int number(int index);

    /** The highest of these numbers; 0 where no line has one. */
    int highestNumber();

    /** What stands between two places, as it is to be copied. */
    String between(int startLine, int startColumn, int endLine, int endColumn);

    /**
     * Where a text stands, without regard to case.
     *
     * @param most after how many to stop
     */
    List<Match> find(String text, int most);

    /** A place of a text that was looked for; its end may be in a later line than its start. */
    record Match(int line, int column, int endLine, int endColumn) {}

    /** Finds a text in a single string: its start offsets, without overlaps. */
    static List<Integer> offsets(String in, String text, int most) {
        List<Integer> offsets = new ArrayList<>();
        if (text.isEmpty()) {
            return offsets;
        }
        char lower = Character.toLowerCase(text.charAt(0));
        char upper = Character.toUpperCase(text.charAt(0));
        int last = in.length() - text.length();
        for (int at = 0; at <= last && offsets.size() < most; at++) {
            char c = in.charAt(at);
            if ((c == lower || c == upper) && in.regionMatches(true, at, text, 0, text.length())) {
                offsets.add(at);
                at += text.length() - 1;
            }
        }
        return offsets;
    }
}
