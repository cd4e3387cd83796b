package dev.hookglass.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is to be coloured in one line of JSON. JSON's strings never span lines, so a line needs no other to be read,
 * and a view colours only what is in sight. Lenient: what is not JSON gets no span.
 */
public final class JsonTokens {
    /** What a span is. */
    public enum Kind {
        KEY, STRING, NUMBER, LITERAL, PUNCTUATION,
        /** Where a text stops being what it should be; given by who marks it. */
        MISTAKE
    }

    /** From start, inclusive, to end, exclusive, in chars of the line. */
    public record Span(int start, int end, Kind kind) {}

    private final String line;
    private final List<Span> spans = new ArrayList<>();

    private JsonTokens(String line) {
        this.line = line;
    }

    /** The spans of a line in their order, without overlaps. */
    public static List<Span> of(String line) {
        JsonTokens tokens = new JsonTokens(line);
        int at = 0;
        while (at < line.length()) {
            at = tokens.step(at);
        }
        return tokens.spans;
    }

    private int step(int start) {
        char c = line.charAt(start);
        if (c == '"') {
            int end = endOfString(start);
            return add(start, end, isBeforeColon(end) ? Kind.KEY : Kind.STRING);
        }
        if (c == '-' || c >= '0' && c <= '9') {
            return add(start, endOfRun(start, "+-.eE"), Kind.NUMBER);
        }
        if ("{}[],:".indexOf(c) >= 0) {
            return add(start, start + 1, Kind.PUNCTUATION);
        }
        if (Character.isLetter(c)) {
            int end = endOfRun(start, "");
            return switch (line.substring(start, end)) {
                case "true", "false", "null" -> add(start, end, Kind.LITERAL);
                default -> end;
            };
        }
        return start + 1;
    }

    private int add(int start, int end, Kind kind) {
        spans.add(new Span(start, end, kind));
        return end;
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, line.length());
    }

    private boolean isBeforeColon(int end) {
        int at = end;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == ':';
    }

    private int endOfRun(int start, String others) {
        int at = start + 1;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || others.indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
