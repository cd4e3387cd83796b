package dev.hookglass.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Requests byte for byte, each behind a line {@code ### name} as {@code .http} files have it when there are several. */
final class HttpMessages implements EventWriter {
    private final OutputStream out;
    private boolean isFirst = true;

    HttpMessages(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEvent event) throws IOException {
        if (!isFirst) {
            out.write(("\n\n### event " + event.summary().id() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        isFirst = false;
        out.write(event.wire().array());
        out.write(event.body().array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
