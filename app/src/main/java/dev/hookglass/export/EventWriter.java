package dev.hookglass.export;

import java.io.Closeable;
import java.io.IOException;

/** Writes events one after another in one format. Closing it ends the document, and the stream below it. */
public interface EventWriter extends Closeable {
    void write(ExportedEvent event) throws IOException;
}
