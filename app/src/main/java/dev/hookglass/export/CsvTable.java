package dev.hookglass.export;

import dev.hookglass.event.EventSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A table (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it, since its content
 * comes from whoever sent the webhook.
 */
final class CsvTable implements EventWriter {
    private static final List<String> COLUMNS = List.of("id", "receivedAt", "source", "provider", "type", "verdict",
            "reason", "status", "bodyBytes", "method", "target", "remote", "key", "attempt", "bodySha256");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final OutputStream out;

    CsvTable(OutputStream out) throws IOException {
        this.out = out;
        line(COLUMNS);
    }

    @Override
    public void write(ExportedEvent exported) throws IOException {
        EventSummary event = exported.summary();
        line(List.of(Long.toString(event.id()), event.receivedAt().toString(), exported.source(), event.provider(),
                Objects.requireNonNullElse(event.type(), ""), event.verdict().outcome().word(),
                event.verdict().reason(), Integer.toString(event.status()), Long.toString(event.bodyBytes()),
                event.method(), event.target(), event.remote(), Objects.requireNonNullElse(event.key(), ""),
                Integer.toString(event.attempt()), event.bodySha256()));
    }

    private void line(List<String> cells) throws IOException {
        String line = cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
