package dev.hookglass.workbench;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.RequestHead;
import dev.hookglass.export.EventFile;
import dev.hookglass.export.ImportedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.ImportedDocument;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.ProviderExists;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Recognition;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.EventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads events and providers from files. An imported event is a new one: its source is found and its signature judged here, by the time
 * it was received there. Safe for use by many threads.
 */
public final class Importing {
    private static final int MOST_WAITING = 200;

    private static final long MOST_BYTES = 4 << 20;
    private static final String NEITHER = " holds neither events (JSON lines of Hookglass, or HAR) nor an AsyncAPI document";

    private final Sources sources;
    private final Catalogue providers;
    private final Rejudging rejudging;
    private final Intake intake;
    private final EventStore events;

    Importing(Sources sources, Catalogue providers, Rejudging rejudging, Intake intake, EventStore events) {
        this.sources = sources;
        this.providers = providers;
        this.rejudging = rejudging;
        this.intake = intake;
        this.events = events;
    }

    /**
     * Reads a file of whatever kind, told by its content: events are stored, and an AsyncAPI document becomes a provider
     * whose events are judged anew.
     *
     * @param replaces whether a document takes the place of the provider that has its id
     * @param progress told after each event how many were read, on the calling thread
     * @throws ProviderExists if there is a provider of the document's id, which it is not to replace
     * @throws Problem if it is of no kind that is known, or something in it is wrong
     */
    public Imported importAny(Path file, boolean replaces, LongConsumer progress) throws Problem {
        if (EventFile.isOne(file)) {
            return new Imported.Events(read(file, progress));
        }
        ImportedDocument document = document(file);
        Provider provider = providers.add(document, replaces);
        for (Source source : sources.all()) {
            if (source.provider().equals(provider.id())) {
                rejudging.again(source.id());
            }
        }
        return new Imported.Document(provider, document.channels(), document.messages(), document.notes());
    }

    private static ImportedDocument document(Path file) throws Problem {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Problem(name + NEITHER + " of at most 4 MiB.");
            }
            Bytes bytes = Bytes.wrap(Files.readAllBytes(file));
            if (!bytes.latin1().contains("asyncapi")) {
                throw new Problem(name + NEITHER + "; if it is the body of a webhook, compose an event of it.");
            }
            return ImportedDocument.read(name, bytes);
        } catch (IOException e) {
            throw new Problem(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Stores all events of a file of JSON lines or HAR.
     *
     * @param progress told after each event how many were read, on the calling thread
     * @return how many were stored
     * @throws Problem if the file is neither, or damaged, or an event cannot be stored; those before it are stored then, and
     *     the sentence says how many
     */
    long read(Path file, LongConsumer progress) throws Problem {
        Run run = new Run(progress);
        try {
            EventFile.read(file, run::take);
        } catch (Problem problem) {
            run.finish();
            throw run.stored.get() == 0
                    ? problem
                    : new Problem(problem.sentence() + " " + run.stored.get() + " events were imported.", problem);
        }
        run.finish();
        Problem failure = run.failure.get();
        if (failure != null) {
            throw new Problem(failure.sentence() + " " + run.stored.get() + " events were imported.", failure);
        }
        return run.stored.get();
    }

    /** One file on its way into the store, at most so many events ahead of it. */
    private final class Run {
        private final Semaphore waiting = new Semaphore(MOST_WAITING);
        private final AtomicLong stored = new AtomicLong();
        private final Queue<Marked> marked = new ConcurrentLinkedQueue<>();
        private final AtomicReference<@Nullable Problem> failure = new AtomicReference<>();
        private final LongConsumer progress;
        private long taken;

        Run(LongConsumer progress) {
            this.progress = progress;
        }

        void take(ImportedEvent event) throws Problem {
            Problem failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            try {
                waiting.acquire();
            } catch (InterruptedException e) {
                throw new Problem("The import was cancelled.", e);
            }
            events.append(capture(event), new Taken(event));
            writeMarks();
            progress.accept(++taken);
        }

        private Capture capture(ImportedEvent event) {
            RequestHead head = RequestHead.parse(event.head());
            Source source = sources.claiming(head.target());
            Recognition found = intake.recognise(source, head, event.body(), event.receivedAt(),
                    event.secure() ? "https" : "http");
            return new Capture(event.receivedAt(), source.id(), source.provider(), event.remote(), found.type(),
                    found.items(), found.key(), found.verdict(), event.status(), event.head(), event.body(),
                    event.secure(), Optional.of(new Answer(Answer.Outcome.ELSEWHERE, event.status(),
                            Optional.of(Duration.ZERO), Answer.Handshake.NONE)));
        }

        /** Not by the store's own thread, which tells that events are stored and must not wait. */
        private void writeMarks() throws Problem {
            Map<Long, Marks> marks = new HashMap<>();
            List<Long> pinned = new ArrayList<>();
            for (Marked next = marked.poll(); next != null; next = marked.poll()) {
                if (next.event().pinned()) {
                    pinned.add(next.id());
                }
                if (!next.event().marks().isNone()) {
                    marks.put(next.id(), next.event().marks());
                }
            }
            if (!pinned.isEmpty()) {
                events.pin(pinned, true);
            }
            if (!marks.isEmpty()) {
                events.marks().add(marks);
            }
        }

        /** Waits until all is stored. */
        void finish() throws Problem {
            waiting.acquireUninterruptibly(MOST_WAITING);
            writeMarks();
        }

        /** An event on its way. */
        private final class Taken implements AppendCallback {
            private final ImportedEvent event;

            Taken(ImportedEvent event) {
                this.event = event;
            }

            @Override
            public void stored(EventSummary summary) {
                stored.incrementAndGet();
                if (event.pinned() || !event.marks().isNone()) {
                    marked.add(new Marked(summary.id(), event));
                }
                waiting.release();
            }

            @Override
            public void failed(Problem problem) {
                failure.compareAndSet(null, problem);
                waiting.release();
            }
        }
    }

    /** An event that is stored, whose marks are not yet. */
    private record Marked(long id, ImportedEvent event) {}
}
