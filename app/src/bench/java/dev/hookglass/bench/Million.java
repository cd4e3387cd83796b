package dev.hookglass.bench;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.Term;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.store.EventStore;
import dev.hookglass.workbench.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Many events of several sources, types and verdicts, put into the store without the way through HTTP. */
final class Million {
    /** A word that one event has. */
    static final String NEEDLE = "needle-in-the-haystack";

    private static final List<String> TYPES = List.of("task_asset_added", "task_asset_modified", "task_brief_modified",
            "asset_added", "asset_removed", "campaign_modified", "bounce", "open", "click", "project.datafile_updated");
    private static final int MOST_WAITING = 2_000;

    private final EventStore store;
    private final Random random = new Random(1);
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final AtomicReference<@Nullable Problem> failure = new AtomicReference<>();
    private final Instant begin = Instant.now().minus(Duration.ofDays(30));

    private Million(EventStore store) {
        this.store = store;
    }

    /** Makes a data folder that holds that many. */
    static void store(int events, Path data) throws Problem {
        Workbench.open(data).close();
        try (EventStore store = EventStore.open(data, () -> {})) {
            Million million = new Million(store);
            million.appendAll(events, number -> million.capture(number, number == events / 10));
        }
    }

    /** Puts that many into an open store. */
    static void append(EventStore store, int events, IntFunction<Capture> captures) throws Problem {
        new Million(store).appendAll(events, captures);
    }

    /** Leaves a data folder as a session would that had nothing else to do: compact, with all texts in the index. */
    static void settle(Path data) throws Problem, InterruptedException {
        try (Workbench workbench = Workbench.open(data)) {
            workbench.events().upkeep().compact();
            workbench.events().ledger().awaitComplete();
            index(workbench);
        }
    }

    /** Waits until all texts are in the index. */
    static void index(Workbench workbench) throws Problem {
        // Whoever looks for a text has the index opened; this finds nothing.
        workbench.events().older(EventFilter.ALL.and(new Term.SourceIs(Set.of(Integer.MAX_VALUE)))
                .and(new Term.Text("x")), Long.MAX_VALUE, 1);
        Awaitility.waitAtMost(20, TimeUnit.MINUTES).until(() -> workbench.search().progress(),
                progress -> progress.indexed() > 0 && progress.behind() == 0);
    }

    private void appendAll(int events, IntFunction<Capture> captures) throws Problem {
        for (int number = 0; number < events; number++) {
            room.acquireUninterruptibly();
            store.append(captures.apply(number), new AppendCallback() {
                @Override
                public void stored(EventSummary event) {
                    room.release();
                }

                @Override
                public void failed(Problem problem) {
                    failure.set(problem);
                    room.release();
                }
            });
        }
        room.acquireUninterruptibly(MOST_WAITING);
        Problem problem = failure.get();
        if (problem != null) {
            throw problem;
        }
    }

    private Capture capture(int number, boolean withNeedle) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        byte[] body = Bodies.JSON.next(random);
        Bodies.JSON.number(body, 0, number);
        if (withNeedle) {
            byte[] needle = NEEDLE.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(needle, 0, body, 200, needle.length);
        }
        Bytes whole = Bytes.wrap(body);
        int source = 1 + random.nextInt(3);
        Bytes head = Bytes.ofLatin1("POST /hooks/" + source
                + " HTTP/1.1\r\nHost: 127.0.0.1:8787\r\nUser-Agent: bench\r\nContent-Type: application/json\r\n"
                + "X-Request-Id: " + number + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        // One in fifty has a key that was there before, as retries have.
        String key = "key-" + (random.nextInt(50) == 0 ? random.nextInt(number + 1) : number);
        return new Capture(begin.plusMillis(number), source, "optimizely-cmp", "127.0.0.1:50000", type, 1, key,
                verdict(), random.nextInt(100) == 0 ? 500 : 200, head, whole);
    }

    private Verdict verdict() {
        int dice = random.nextInt(100);
        Outcome outcome = dice < 90 ? Outcome.VALID : dice < 95 ? Outcome.INVALID : Outcome.STALE;
        return new Verdict(outcome, "The header Callback-Secret was compared with the secret of the source.");
    }
}
