package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads bytes as characters, and says so where they are none. */
final class Characters {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What is no text is not shown as text beyond this, in bytes. */
    private static final int MOST_APPROXIMATED = 1 << 20;

    private Characters() {}

    static Decoded read(Bytes bytes, MediaType type, List<String> earlierNotes) {
        List<String> notes = new ArrayList<>(earlierNotes);
        Charset charset = type.charset().flatMap(name -> known(name, notes)).orElse(StandardCharsets.UTF_8);
        Optional<String> text = strictly(bytes, charset);
        if (text.isEmpty()) {
            return new Decoded.Binary(bytes, "The body is not valid " + charset.name() + ", so it is shown as hex.",
                    approximation(bytes, charset, notes), notes);
        }
        if (text.get().indexOf('\0') >= 0) {
            return new Decoded.Binary(bytes, "The body holds zero bytes, so it is shown as hex.",
                    approximation(bytes, charset, notes), notes);
        }
        return new Decoded.Text(bytes, withoutMark(text.get(), notes), charset, notes);
    }

    private static String approximation(Bytes bytes, Charset charset, List<String> notes) {
        if (bytes.size() > MOST_APPROXIMATED) {
            notes.add("As raw text only the first MiB is shown.");
        }
        return new String(bytes.array(), 0, Math.min(bytes.size(), MOST_APPROXIMATED), charset);
    }

    private static Optional<Charset> known(String name, List<String> notes) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            notes.add("The charset “" + name + "” is not known here; the body was read as UTF-8.");
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(Bytes bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.array()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text, List<String> notes) {
        if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
            return text;
        }
        notes.add("The body begins with a byte order mark, which is not shown here but counts for a signature.");
        return text.substring(1);
    }
}
