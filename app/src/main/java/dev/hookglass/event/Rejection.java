package dev.hookglass.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A request that never became an event.
 *
 * @param rejectedAt when it was refused
 * @param remote the peer's address and port
 * @param reason the kind of refusal
 * @param detail what exactly, in words
 * @param firstBytes what the request began with, {@value #MOST_FIRST_BYTES} bytes at most; empty if it is not known
 */
public record Rejection(Instant rejectedAt, String remote, Reason reason, String detail, Bytes firstBytes) {
    public static final int MOST_FIRST_BYTES = 256;

    public Rejection {
        if (firstBytes.size() > MOST_FIRST_BYTES) {
            firstBytes = Bytes.wrap(Arrays.copyOf(firstBytes.array(), MOST_FIRST_BYTES));
        }
    }

    /** A rejection of which no bytes are known. */
    public Rejection(Instant rejectedAt, String remote, Reason reason, String detail) {
        this(rejectedAt, remote, reason, detail, Bytes.EMPTY);
    }

    public Rejection withFirstBytes(Bytes changed) {
        return new Rejection(rejectedAt, remote, reason, detail, changed);
    }

    /** What it began with as text in ASCII: other bytes as {@code \x16}, line ends as {@code \r\n}. */
    public String firstText() {
        StringBuilder text = new StringBuilder();
        for (byte next : firstBytes.array()) {
            switch (next) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> text.append(next >= ' ' && next < 0x7f
                        ? String.valueOf((char) next)
                        : String.format(Locale.ROOT, "\\x%02x", next));
            }
        }
        return text.toString();
    }

    /** Kinds of refusal, as they are counted. */
    public enum Reason {
        /** It breaks the rules of HTTP/1.1, or is no HTTP at all. */
        MALFORMED,
        /** Its request line and headers are larger than the limit. */
        HEAD_TOO_LARGE,
        /** The body is larger than the limit. */
        TOO_LARGE,
        /** The sender went away in the middle of the request. */
        INCOMPLETE,
        /** No TLS connection came about: the sender spoke something else, or does not trust the certificate. */
        TLS_FAILED,
        /** The whole request did not arrive in time. */
        TIMED_OUT,
        /** There was no room for it at that moment, and its sender was told to try again. */
        BUSY,
        /** The event could not be stored, and its sender was told to try again. */
        NOT_STORED;

        /** The words used on screen and in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
