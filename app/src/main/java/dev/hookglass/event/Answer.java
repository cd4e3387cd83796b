package dev.hookglass.event;

import java.time.Duration;
import java.util.Optional;

/**
 * What the sender of a request got back.
 *
 * @param outcome what became of the reply
 * @param status the HTTP status; 0 where none was sent
 * @param after from the request's last byte to the moment when the reply was handed to the socket, or the connection ended;
 *     empty while that is still to come
 * @param handshake whether the request was one that its provider makes before it delivers
 */
public record Answer(Outcome outcome, int status, Optional<Duration> after, Handshake handshake) {
    /** What can become of a reply. The codes are the stored form: they never change. */
    public enum Outcome implements Coded {
        /** It was sent. */
        ANSWERED(0),
        /** The connection was closed without a byte, on purpose or because the receiver stopped. */
        DROPPED(1),
        /** Nothing was sent until the sender gave up or the longest time had passed. */
        NEVER(2),
        /** The sender was gone before the reply could be sent. */
        GONE(3),
        /** It was given elsewhere: the request was imported, and whoever received it has answered it. */
        ELSEWHERE(4);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        /** The outcome with that number. */
        public static Outcome of(int code) {
            return Coded.of(values(), code);
        }
    }

    /** Whether a request was a handshake, and how that went. The codes are the stored form: they never change. */
    public enum Handshake implements Coded {
        /** An ordinary request. */
        NONE(0),
        /** One that was answered as its provider expects. */
        MET(1),
        /** One that was not: a secret was missing, or its signature was bad and its provider wants that refused. */
        REFUSED(2);

        private final int code;

        Handshake(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        /** The handshake with that number. */
        public static Handshake of(int code) {
            return Coded.of(values(), code);
        }
    }

    public Answer withHandshake(Handshake newHandshake) {
        return new Answer(outcome, status, after, newHandshake);
    }

    public boolean isHandshake() {
        return handshake != Handshake.NONE;
    }
}
