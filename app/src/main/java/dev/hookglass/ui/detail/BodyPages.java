package dev.hookglass.ui.detail;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.Decoded;
import dev.hookglass.payload.HexDump;
import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.Lines;
import dev.hookglass.payload.MediaType;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A body made ready to be looked at.
 *
 * @param pretty laid out; empty where that cannot be done
 * @param raw its characters as sent
 * @param hex its bytes, after their content encoding
 * @param isText whether raw shows every byte truly
 * @param notes what a person should know about how it was read
 * @param sha256 of the body as it came, lower-case hex
 */
record BodyPages(Optional<Lines> pretty, Lines raw, Lines hex, boolean isText, List<String> notes,
        String sha256) {
    /** Reads a body. Takes its time: not for the FX thread. */
    static BodyPages read(Bytes body, List<Header> headers) {
        Decoded decoded = Decoded.decode(body, headers);
        List<String> notes = new ArrayList<>(decoded.notes());
        HexDump hex = new HexDump(decoded.bytes());
        return switch (decoded) {
            case Decoded.Text text -> {
                Optional<Lines> pretty = pretty(text.text(), headers, notes);
                yield new BodyPages(pretty, TextLines.of(text.text()), hex, true, notes, body.sha256());
            }
            case Decoded.Binary binary -> {
                notes.add(binary.reason());
                yield new BodyPages(Optional.empty(), TextLines.of(binary.approximation()), hex, false, notes,
                        body.sha256());
            }
            case Decoded.Encoded encoded -> {
                notes.add(encoded.reason());
                yield new BodyPages(Optional.empty(), TextLines.of(encoded.bytes().latin1()), hex, false, notes,
                        body.sha256());
            }
        };
    }

    private static Optional<Lines> pretty(String text, List<Header> headers, List<String> notes) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (JsonPretty.format(text)) {
            case Pretty.Formatted json -> Optional.of(TextLines.of(json.text()));
            case Pretty.Refused notJson -> {
                // That a form or a text is not JSON need not be said.
                if (MediaType.of(headers).isJson() || text.stripLeading().startsWith("{")) {
                    notes.add(notJson.sentence());
                }
                yield Optional.empty();
            }
        };
    }
}
