package dev.hookglass.filter;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One thing that a filter asks of an event. */
public sealed interface Term {
    /** The text occurs in the request line and headers, or in the decoded body, without regard to the case of letters. */
    record Text(String needle) implements Term {}

    /**
     * There is a header of this name, in whatever case.
     *
     * @param glob what one of its values is like without regard to case; {@code *} stands for any characters
     */
    record HeaderIs(String name, String glob) implements Term {}

    /** The event type is like one of these; {@code *} stands for any characters. Without regard to case. */
    record Type(List<String> globs) implements Term {}

    /** The verdict is one of these. */
    record VerdictIs(Set<Outcome> outcomes) implements Term {}

    /** The event belongs to one of these sources. */
    record SourceIs(Set<Integer> ids) implements Term {}

    /** The request method is one of these, upper case. */
    record Method(List<String> names) implements Term {}

    /** The request target is like one of these; {@code *} stands for any characters. */
    record Path(List<String> globs) implements Term {}

    /** The peer's address is like one of these, with its port or without; {@code *} stands for any characters. */
    record Remote(List<String> globs) implements Term {}

    /** It was received before this time, or at it or later. */
    record Received(boolean before, Instant time) implements Term {}

    /** The status of the reply compares so with a number. */
    record Reply(Comparison comparison, int status) implements Term {}

    /** The number of bytes in the body compares so with a number. */
    record Size(Comparison comparison, long bytes) implements Term {}

    /** A person gave it a tag like one of these; {@code *} stands for any characters. Without regard to case. */
    record Tag(List<String> globs) implements Term {}

    /** A person gave it one of these colours. */
    record ColourIs(Set<Colour> colours) implements Term {}

    /** The text occurs in the note that a person wrote; {@code *} stands for any characters. Without regard to case. */
    record Note(String text) implements Term {}

    /** The event has this mark. */
    record Is(Mark mark) implements Term {}

    /** What can be told of an event beside its content. */
    enum Mark {
        /** A person wants to keep it. */
        PINNED,
        /** A person wrote a note beside it. */
        NOTED,
        /** An earlier event of its source has the same key. */
        RETRY,
        /** Another event of its source has the same key, be it earlier or later. */
        DUPLICATE,
        /** A handshake, which its sender asks for before it delivers, be it met or refused. */
        HANDSHAKE;

        /** The word in filters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How two numbers are compared. */
    enum Comparison {
        LESS("<"), AT_MOST("<="), EQUAL("="), AT_LEAST(">="), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As written in filters and in SQL. */
        public String sign() {
            return sign;
        }
    }
}
