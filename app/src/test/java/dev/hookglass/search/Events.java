package dev.hookglass.search;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.TextIndex;
import dev.hookglass.store.TextIndex.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;

/** A store with its index. */
final class Events implements AutoCloseable {
    private static final List<Verdict.Outcome> OUTCOMES = List.of(Verdict.Outcome.VALID, Verdict.Outcome.INVALID,
            Verdict.Outcome.STALE);
    final EventStore store;
    private final Path folder;
    private SearchIndex index;

    Events(Path folder) throws Problem {
        this.folder = folder.resolve("search");
        store = EventStore.open(folder, this::committed);
        beginIndex();
    }

    private void beginIndex() {
        index = new SearchIndex(folder, store.contents());
        store.setTextIndex(index);
    }

    private void committed() {
        if (index != null) {
            index.committed();
        }
    }

    /** Stores an event and waits for it. */
    long store(String target, List<Header> headers, Bytes body) throws Exception {
        CompletableFuture<EventSummary> stored = new CompletableFuture<>();
        Bytes head = new RequestHead("POST", target, "HTTP/1.1", headers).toBytes();
        store.append(new Capture(Instant.now(), 1, "generic", "127.0.0.1:5", null, 1, null,
                new Verdict(OUTCOMES.get(body.size() % OUTCOMES.size()), "Because."), 200, head, body),
                new AppendCallback() {
                    @Override
                    public void stored(EventSummary event) {
                        stored.complete(event);
                    }

                    @Override
                    public void failed(Problem problem) {
                        stored.completeExceptionally(problem);
                    }
                });
        return stored.get(20, TimeUnit.SECONDS).id();
    }

    long store(String body) throws Exception {
        return store("/hook", List.of(), Bytes.ofUtf8(body));
    }

    /** Waits until the index has all events, and nothing is read any more that it does not name. */
    void awaitIndex() {
        await(() -> {
            index.close();
            beginIndex();
            return reached() == store.contents().lastId();
        });
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    /** The last event that the index has; -1 where there is none that can be used. */
    long reached() {
        try (Look look = index.look(List.of("x"), List.of()).orElse(null)) {
            return look == null ? -1 : look.reached();
        }
    }

    /** What the index alone names. */
    List<Long> named(String text) {
        try (Look look = index.look(List.of(text), List.of()).orElseThrow()) {
            return Arrays.stream(look.newer(0, 10_000)).boxed().toList();
        }
    }

    SearchIndex index() {
        return index;
    }

    List<Long> newer(String filter) throws Problem, FilterException {
        return store.newer(new FilterParser(_ -> Set.of()).parse(filter), 0, 10_000).stream().map(EventSummary::id)
                .toList();
    }

    /** Page by page from the newest on, in rising order. */
    List<Long> older(String filter, int page) throws Problem, FilterException {
        ArrayDeque<Long> ids = new ArrayDeque<>();
        long before = Long.MAX_VALUE;
        List<EventSummary> found;
        do {
            found = store.older(new FilterParser(_ -> Set.of()).parse(filter), before, page);
            for (EventSummary event : found) {
                ids.addFirst(event.id());
                before = event.id();
            }
        } while (found.size() == page);
        return List.copyOf(ids);
    }

    /** The same without the index. */
    List<Long> read(String filter) throws Problem, FilterException {
        store.setTextIndex(TextIndex.NONE);
        try {
            return newer(filter);
        } finally {
            store.setTextIndex(index);
        }
    }

    static Bytes gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return Bytes.wrap(out.toByteArray());
    }

    @Override
    public void close() throws Problem {
        index.close();
        store.close();
    }
}
