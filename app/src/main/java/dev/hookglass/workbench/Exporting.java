package dev.hookglass.workbench;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.EventWriter;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.export.ExportedEvent;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Writes stored events for other tools, by default without their secrets. Safe for use by many threads. */
public final class Exporting {
    private static final int PAGE = 500;

    private final EventStore events;
    private final Sources sources;
    private final Function<EventSummary, SecretHeaders> secretHeaders;

    Exporting(EventStore events, Sources sources, Function<EventSummary, SecretHeaders> secretHeaders) {
        this.events = events;
        this.sources = sources;
        this.secretHeaders = secretHeaders;
    }

    /**
     * Writes all events that pass a filter, the oldest first, and closes the stream.
     *
     * @param withSecrets whether headers that carry secrets are written as they came
     * @param progress told now and then how many were written, on the calling thread
     * @return how many were written
     * @throws IOException if the stream fails, or the thread is interrupted
     */
    public long write(EventFilter filter, ExportFormat format, boolean withSecrets, OutputStream out,
            LongConsumer progress) throws Problem, IOException {
        long written = 0;
        try (EventWriter writer = format.open(out)) {
            List<EventSummary> page;
            long last = 0;
            do {
                page = events.newer(filter, last, PAGE);
                for (EventSummary event : page) {
                    last = event.id();
                    written += write(event.id(), writer, withSecrets) ? 1 : 0;
                    requireGoingOn();
                }
                progress.accept(written);
            } while (page.size() == PAGE);
        }
        return written;
    }

    /**
     * Writes these events in this order, and closes the stream.
     *
     * @param progress told now and then how many were written, on the calling thread
     * @return how many were written; those that are gone are left out
     * @throws IOException if the stream fails, or the thread is interrupted
     */
    public long write(List<Long> ids, ExportFormat format, boolean withSecrets, OutputStream out,
            LongConsumer progress) throws Problem, IOException {
        long written = 0;
        try (EventWriter writer = format.open(out)) {
            for (long id : ids) {
                written += write(id, writer, withSecrets) ? 1 : 0;
                requireGoingOn();
                if (written % PAGE == 0) {
                    progress.accept(written);
                }
            }
        }
        return written;
    }

    private static void requireGoingOn() throws IOException {
        if (Thread.interrupted()) {
            throw new IOException("it was cancelled");
        }
    }

    private boolean write(long id, EventWriter writer, boolean withSecrets) throws Problem, IOException {
        CapturedEvent event = events.find(id).orElse(null);
        if (event == null) {
            return false;
        }
        String source = sources.nameOf(event.summary().sourceId());
        SecretHeaders secrets = secretHeaders.apply(event.summary());
        writer.write(withSecrets
                ? ExportedEvent.of(event, source)
                : ExportedEvent.redacted(event, source, secrets::isSecret,
                        target -> secrets.masked(target, ExportedEvent.REDACTED)));
        return true;
    }
}
