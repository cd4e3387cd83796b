package dev.hookglass.cli;

import dev.hookglass.event.EventSummary;
import dev.hookglass.export.EventJson;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.source.Sources;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hookglass receive}: listens until it is stopped. */
@Command(name = "receive", mixinStandardHelpOptions = true, description = "Receives webhooks without a window and prints a line for each.")
final class ReceiveCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveCommand.class);
    private static final int PAGE = 500;
    private static final int REST_MILLIS = 50;
    private static final int MOST_SECONDS_TO_PRINT = 15;

    @Mixin
    private DataOption data;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = ""
            + ReceiverSettings.DEFAULT_PORT, description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = ReceiverSettings.LOOPBACK, description = "Address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches).")
    private String bind;

    @Mixin
    private HttpsOptions https;

    @Option(names = "--max-body", paramLabel = "SIZE", defaultValue = "64M", converter = ByteSize.class, description = "The largest body to take, such as 512K or 64M (default: ${DEFAULT-VALUE}); a larger one is answered with 413.")
    private long maxBody;

    @Option(names = "--power-safe", description = "Acknowledge an event only once the disk has it, so that a power failure loses nothing.")
    private boolean powerSafe;

    @Option(names = "--json", description = "Print each event as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Semaphore committed = new Semaphore(0);
    private final CountDownLatch printed = new CountDownLatch(1);
    private volatile boolean stopped;

    @Override
    public Integer call() throws Exception {
        Ports.require(port, spec.commandLine());
        https.check(spec.commandLine());
        requireRoom();
        Workbench workbench = data.open();
        if (powerSafe) {
            workbench.events().setPowerSafe(true);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(workbench), "shutdown"));
        try {
            printEvents(workbench, spec.commandLine().getOut());
        } finally {
            printed.countDown();
        }
        return 0;
    }

    /** Listens, and prints each event until it is stopped. */
    private void printEvents(Workbench workbench, PrintWriter out) throws Problem, InterruptedException {
        long last = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1).stream().mapToLong(EventSummary::id)
                .findFirst().orElse(0);
        workbench.onCommit(committed::release);
        out.println("Listening on " + listen(workbench));
        workbench.httpsUrl().ifPresent(url -> out.println("Listening on " + url));
        while (!stopped) {
            last = printNewer(workbench.events()::newerCommitted, workbench.sources(), out, last);
            // Under load, so that many commits share one query; an event that comes after a pause is printed at once.
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
            committed.acquire();
            committed.drainPermits();
        }
        printNewer(workbench.events()::newer, workbench.sources(), out, last);
    }

    private void requireRoom() throws Problem {
        long most = ReceiverSettings.mostBodyBytes();
        if (maxBody > most) {
            throw new Problem(
                    "There is memory for bodies of " + (most >> 20) + " MiB at most; name a smaller --max-body, or give"
                            + " Java more memory with HOOKGLASS_JAVA_OPTS=-Xmx2g.");
        }
    }

    private String listen(Workbench workbench) throws Problem {
        try {
            return workbench.listen(https.addTo(ReceiverSettings.at(bind, port).withMaxBody(maxBody), workbench));
        } catch (Problem e) {
            workbench.close();
            throw e;
        }
    }

    /** Events behind an id. */
    private interface Reader {
        List<EventSummary> newer(EventFilter filter, long after, int limit) throws Problem;
    }

    private long printNewer(Reader events, Sources sources, PrintWriter out, long after) throws Problem {
        long last = after;
        List<EventSummary> page;
        do {
            page = events.newer(EventFilter.ALL, last, PAGE);
            for (EventSummary event : page) {
                out.println(json
                        ? EventJson.of(event, sources.nameOf(event.sourceId())).toString()
                        : EventLine.of(event, sources));
                last = event.id();
            }
        } while (page.size() == PAGE);
        return last;
    }

    /** Takes nothing more, lets what was taken be printed, unless nobody reads that, and closes the store. */
    private void stop(Workbench workbench) {
        try {
            workbench.stopListening();
            stopped = true;
            committed.release();
            if (!printed.await(MOST_SECONDS_TO_PRINT, TimeUnit.SECONDS)) {
                LOG.warn("The last events were not printed");
            }
            workbench.close();
        } catch (Problem | InterruptedException e) {
            LOG.error("Closing failed", e);
        }
    }
}
