package dev.hookglass.ui.compose;

import dev.hookglass.event.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether bytes can go through a text editor and come back as they were. */
final class EditableText {
    /** An editor holds all of its text and answers every key press with it. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_LINE = 20_000;

    private EditableText() {}

    /** The bytes as text; empty if they are not UTF-8. */
    static Optional<String> of(Bytes bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.array())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether an editor stays quick with a text. */
    static boolean isHandy(String text) {
        return text.length() <= MOST_BYTES && text.lines().allMatch(line -> line.length() <= LONGEST_LINE);
    }
}
