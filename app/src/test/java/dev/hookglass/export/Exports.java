package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Events to export. */
final class Exports {
    private Exports() {}

    /** An event of which nothing is a secret but {@code Callback-Secret}. */
    static ExportedEvent event(String head, Bytes body) {
        Bytes wire = Bytes.ofLatin1(head);
        RequestHead read = RequestHead.parse(wire);
        EventSummary summary = new EventSummary(7, Instant.parse("2026-11-20T12:00:00.123456Z"), 1, "generic",
                read.method(), read.readableTarget(), "127.0.0.1:5", "created", 1, "k1", 1,
                new Verdict(Outcome.VALID, "It is right."), 202, body.size(), body.sha256(),
                false, Optional.empty(), false, Marks.NONE);
        return ExportedEvent.redacted(new CapturedEvent(summary, wire, body), "Shop",
                header -> header.is("Callback-Secret"), target -> target);
    }

    static Bytes written(ExportFormat format, ExportedEvent... events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = format.open(out)) {
            for (ExportedEvent event : events) {
                writer.write(event);
            }
        }
        return Bytes.wrap(out.toByteArray());
    }
}
