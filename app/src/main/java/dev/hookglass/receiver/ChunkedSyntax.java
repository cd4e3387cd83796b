package dev.hookglass.receiver;

import java.nio.ByteBuffer;

/**
 * Whether a body's transfer coding is exactly what RFC 9112 §7.1 allows. Undertow takes anything for a chunk size that
 * begins with one, and nothing for 0: two readers that disagree about where a request ends see different requests.
 */
final class ChunkedSyntax {
    private static final int MOST_SIZE_DIGITS = 15;
    private static final int MOST_LINE = 8_192;
    private static final int MOST_TRAILER_LINES = 200;

    private State state = State.SIZE;
    private long size;
    private int digits;
    private int length;
    private int trailerLines;
    private boolean hasColon;

    private enum State {
        SIZE, EXTENSION, SIZE_LF, DATA, DATA_CR, DATA_LF, TRAILER, TRAILER_LF, END, BROKEN
    }

    /** Goes on with the bytes that came, and says whether they are right; beyond the end of the body any are. */
    boolean take(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.END && state != State.BROKEN) {
            if (state == State.DATA) {
                int count = (int) Math.min(size, bytes.remaining());
                bytes.position(bytes.position() + count);
                size -= count;
                state = size == 0 ? State.DATA_CR : State.DATA;
            } else {
                state = after(bytes.get());
            }
        }
        return state != State.BROKEN;
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    /** Whether the last byte of the body was taken. */
    boolean isAtEnd() {
        return state == State.END;
    }

    private State after(byte next) {
        return switch (state) {
            case SIZE -> size(next);
            case EXTENSION -> extension(next);
            case SIZE_LF -> next != '\n' ? State.BROKEN : beginData();
            case DATA_CR -> next == '\r' ? State.DATA_LF : State.BROKEN;
            case DATA_LF -> next == '\n' ? beginSize() : State.BROKEN;
            case TRAILER -> trailer(next);
            case TRAILER_LF -> next == '\n' ? endTrailerLine() : State.BROKEN;
            case DATA, END, BROKEN -> state;
        };
    }

    private State beginSize() {
        size = 0;
        digits = 0;
        length = 0;
        return State.SIZE;
    }

    private State size(byte next) {
        int digit = Character.digit(next, 16);
        if (digit >= 0) {
            digits++;
            size = size * 16 + digit;
            return digits > MOST_SIZE_DIGITS ? State.BROKEN : State.SIZE;
        }
        if (digits == 0) {
            return State.BROKEN;
        }
        return switch (next) {
            case '\r' -> State.SIZE_LF;
            case ';', ' ', '\t' -> State.EXTENSION;
            default -> State.BROKEN;
        };
    }

    private State extension(byte next) {
        length++;
        if (next == '\r') {
            return State.SIZE_LF;
        }
        return isText(next) && length <= MOST_LINE ? State.EXTENSION : State.BROKEN;
    }

    private State beginData() {
        length = 0;
        return size == 0 ? State.TRAILER : State.DATA;
    }

    private State trailer(byte next) {
        if (next == '\r') {
            return length == 0 || hasColon ? State.TRAILER_LF : State.BROKEN;
        }
        hasColon |= next == ':' && length > 0;
        length++;
        return isText(next) && length <= MOST_LINE ? State.TRAILER : State.BROKEN;
    }

    private State endTrailerLine() {
        if (length == 0) {
            return State.END;
        }
        length = 0;
        hasColon = false;
        trailerLines++;
        return trailerLines > MOST_TRAILER_LINES ? State.BROKEN : State.TRAILER;
    }

    private static boolean isText(byte next) {
        return next == '\t' || next < 0 || next >= ' ' && next != 0x7f;
    }
}
