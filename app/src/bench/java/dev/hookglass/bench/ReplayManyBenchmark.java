package dev.hookglass.bench;

import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.Order;
import dev.hookglass.delivery.Pace;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Sending very many captured events again: how fast, for how much processor time, whether memory grows with their number, and
 * how soon it ends when it is cancelled.
 */
final class ReplayManyBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("replay.events", 100_000);
    private static final int CANCELLED_AT = EVENTS / 5;
    private static final int NAMED = 8;

    @Override
    public String about() {
        return EVENTS + " captured events of 1 KiB, otherwise as in “replay”, and its processor time, memory and end";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException, Problem {
        Path data = workplace.resolve("data");
        Million.store(EVENTS, data);
        Generator generator = new Generator(workplace);
        Table table = new Table("target", "connections", "replayed/s", generator.name() + "/s", "ratio",
                "processor µs an event", "resident at a tenth, MB", "resident at the end, MB", "cancelled after, ms");
        try (Workbench workbench = Workbench.open(data)) {
            ReplayBenchmark.awaitIndex(workbench);
            List<ReplayPlan.Item> items = workbench.replaying().items(EventFilter.ALL);
            for (Server server : ReplayBenchmark.targets(workplace)) {
                for (int connections : List.of(Sender.CONNECTIONS_PER_TARGET, 1)) {
                    double theirs = generator.perSecond(server, connections);
                    measure(workbench, server, new ReplayPlan(items, new Order.AsReceived(), 1,
                            new Pace.AsFastAsPossible(), connections), theirs, table);
                }
            }
        }
        table.print();
    }

    private static void measure(Workbench workbench, Server server, ReplayPlan plan, double theirs, Table table)
            throws Problem, IOException, InterruptedException {
        TargetUrl target = ReplayBenchmark.url(server);
        double[] atTenth = new double[1];
        AtomicLong recorded = new AtomicLong();
        BulkReplay replay = workbench.replaying().replay(plan, Destination.of(target), false, done -> {
            if (recorded.addAndGet(done.size()) >= EVENTS / 10 && atTenth[0] == 0) {
                atTenth[0] = resident();
            }
        });
        Map<String, Long> before = ThreadTimes.byName();
        Duration processor = processorTime();
        long start = System.nanoTime();
        replay.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration took = processorTime().minus(processor);
        if (replay.progress().succeeded() != EVENTS || recorded.get() != EVENTS) {
            throw new IllegalStateException("Not all events were answered with 2xx and recorded");
        }
        double ours = EVENTS / seconds;
        table.add(server.name(), "" + plan.connections(), Table.number(ours), Table.number(theirs),
                Table.number(ours / theirs),
                Table.number(took.toNanos() / 1e3 / EVENTS), Table.number(atTenth[0]), Table.number(resident()),
                Table.number(cancelMillis(workbench, target, plan)));
        Map<String, Long> threads = ThreadTimes.byName();
        threads.replaceAll((name, nanos) -> nanos - before.getOrDefault(name, 0L));
        System.out.println("µs an event, with the cancelled run: "
                + threads.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(NAMED).map(each -> each.getKey() + " " + Table.number(each.getValue() / 1e3 / EVENTS))
                        .collect(Collectors.joining(", ")));
    }

    private static double cancelMillis(Workbench workbench, TargetUrl target, ReplayPlan plan)
            throws Problem, InterruptedException {
        AtomicLong recorded = new AtomicLong();
        AtomicLong cancelled = new AtomicLong();
        BulkReplay[] runs = new BulkReplay[1];
        runs[0] = workbench.replaying().replay(plan, Destination.of(target), false, done -> {
            if (recorded.addAndGet(done.size()) >= CANCELLED_AT && cancelled.get() == 0) {
                cancelled.set(System.nanoTime());
                runs[0].cancel();
            }
        });
        runs[0].run();
        return (System.nanoTime() - cancelled.get()) / 1e6;
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double resident() {
        try {
            return Machine.residentMegabytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
