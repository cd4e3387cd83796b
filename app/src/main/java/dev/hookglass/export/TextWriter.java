package dev.hookglass.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Writes a piece of UTF-8 text for each event. */
final class TextWriter implements EventWriter {
    private final OutputStream out;
    private final Function<ExportedEvent, String> text;

    TextWriter(OutputStream out, Function<ExportedEvent, String> text) {
        this.out = out;
        this.text = text;
    }

    @Override
    public void write(ExportedEvent event) throws IOException {
        out.write((text.apply(event) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
