package dev.hookglass.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object a line, the same that {@code hookglass show --json} prints. Where its headers do not give the bytes of the head
 * back, because of unusual spacing or of characters beyond ASCII in the path, these stand beside them in Base64.
 */
final class JsonLines implements EventWriter {
    static final String HEAD = "headBase64";

    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEvent event) throws IOException {
        ObjectNode json = EventJson.whole(event.summary(), event.source(), event.head().headers(), event.body());
        if (!event.wire().equals(JsonLinesReader.headOf(json))) {
            json.put(HEAD, Base64.getEncoder().encodeToString(event.wire().array()));
        }
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
