package dev.hookglass.ui.compose;

import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.JsonTokens.Span;
import dev.hookglass.payload.JsonTokens;
import dev.hookglass.payload.Pretty;
import java.nio.charset.StandardCharsets;

/** What a text is as JSON. */
sealed interface JsonState {
    /**
     * It is JSON.
     *
     * @param pretty laid out
     * @param bytes how long the text as written is in UTF-8
     */
    record Valid(String pretty, int bytes) implements JsonState {
        /** Without white space between its tokens, which are not changed. */
        String compact() {
            StringBuilder compact = new StringBuilder(pretty.length());
            // Laid out, no token spans lines, and a line is what tokens are found in.
            pretty.lines().forEach(line -> {
                for (Span span : JsonTokens.of(line)) {
                    compact.append(line, span.start(), span.end());
                }
            });
            return compact.toString();
        }
    }

    /**
     * It is not JSON.
     *
     * @param sentence where and why
     * @param line the line where that shows, from 1 on
     * @param column the place in that line, from 1 on
     */
    record Invalid(String sentence, int line, int column) implements JsonState {}

    /**
     * It is JSON once its variables are filled in.
     *
     * @param bytes how long the text as written is in UTF-8
     */
    record Filled(int bytes) implements JsonState {}

    /** Nothing is written. */
    record Empty() implements JsonState {}

    /** Reads a text. Takes its time if it is long: not for the FX thread. */
    static JsonState of(String text) {
        if (text.isBlank()) {
            return new Empty();
        }
        return switch (JsonPretty.format(text)) {
            case Pretty.Formatted formatted -> new Valid(formatted.text(),
                    text.getBytes(StandardCharsets.UTF_8).length);
            case Pretty.Refused refused -> new Invalid(refused.sentence(), refused.line(), refused.column());
        };
    }
}
