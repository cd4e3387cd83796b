package dev.hookglass.cli;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.source.Sources;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An event as one line for people. */
final class EventLine {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private EventLine() {}

    static String of(EventSummary event, Sources sources) {
        return String.format(Locale.ROOT, "%6d  %s  %-16s %s %-9s  %3s  %9s  %s", event.id(),
                TIME.format(event.receivedAt()), printable(sources.nameOf(event.sourceId())),
                glyph(event.verdict().outcome()), event.verdict().outcome().word(),
                event.status() == 0 ? "—" : Integer.toString(event.status()),
                size(event.bodyBytes()), what(event));
    }

    private static String what(EventSummary event) {
        String type = event.type() == null ? event.method() + " " + event.target() : event.type();
        return printable(type) + (event.answer().map(Answer::isHandshake).orElse(false) ? " (handshake)" : "")
                + (event.items() > 1 ? " ×" + event.items() : "")
                + (event.attempt() > 1 ? " (attempt " + event.attempt() + ")" : "");
    }

    static char glyph(Verdict.Outcome outcome) {
        return switch (outcome) {
            case VALID -> '✔';
            case INVALID -> '✘';
            case STALE -> '◔';
            case MISSING, MALFORMED -> '!';
            case UNCHECKED -> '?';
            case UNSIGNED -> '–';
        };
    }

    static String size(long bytes) {
        return bytes < 1_000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                        : bytes < 1_000_000_000
                                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** What was received is not to steer the terminal. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '�' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
