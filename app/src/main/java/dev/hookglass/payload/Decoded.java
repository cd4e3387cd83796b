package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A body made readable: content encodings undone, characters read. For eyes only; what is stored, hashed, signed and sent
 * is always the body as it came.
 */
public sealed interface Decoded {
    /** The bytes after the content encodings that could be undone, which are the body's own where there are none. */
    Bytes bytes();

    /** What a person should know about how the body was read, each a sentence; often none. */
    List<String> notes();

    /**
     * It is text.
     *
     * @param text every character, without a byte order mark
     * @param charset the charset it was read with
     */
    record Text(Bytes bytes, String text, Charset charset, List<String> notes) implements Decoded {
        public Text {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It is not text in its charset, so it is shown as hex.
     *
     * @param reason why, in a sentence
     * @param approximation the bytes as characters nevertheless, with U+FFFD for what is none
     */
    record Binary(Bytes bytes, String reason, String approximation, List<String> notes) implements Decoded {
        public Binary {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A content encoding could not be undone, so its bytes are shown as hex.
     *
     * @param reason why, in a sentence
     */
    record Encoded(Bytes bytes, String reason, List<String> notes) implements Decoded {
        public Encoded {
            notes = List.copyOf(notes);
        }
    }

    /** Reads a body by its Content-Encoding and Content-Type headers. Never throws; takes at most 16 MiB for what it inflates. */
    static Decoded decode(Bytes body, List<Header> headers) {
        ContentDecoding decoding = ContentDecoding.undo(body, values(headers, "Content-Encoding"));
        if (decoding.obstacle().isPresent()) {
            return new Encoded(decoding.bytes(), decoding.obstacle().get(), decoding.notes());
        }
        return Characters.read(decoding.bytes(), MediaType.of(headers), decoding.notes());
    }

    static List<String> values(List<Header> headers, String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).toList();
    }
}
