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
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Sending very many captured events again: how fast over few and many connections, for how much processor time, whether
 * memory grows with their number, and how soon it ends when it is cancelled.
 */
final class ReplayManyBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("replay.events", 100_000);
    private static final int CANCELLED_AT = EVENTS / 5;
    private static final List<Integer> CONNECTIONS = List.of(Sender.CONNECTIONS_PER_TARGET, 16, 8, 4, 1);
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
                "processor µs an event", "cancelled after, ms");
        try (Workbench workbench = Workbench.open(data)) {
            ReplayBenchmark.awaitIndex(workbench);
            List<ReplayPlan.Item> items = workbench.replaying().items(EventFilter.ALL);
            List<Server> servers = ReplayBenchmark.targets(workplace);
            // Its runs are also those in which the code gets warm.
            ReplayMemory.measure(workbench, servers.getFirst(), plan(items, Sender.CONNECTIONS_PER_TARGET)).print();
            for (Server server : servers) {
                for (int connections : CONNECTIONS) {
                    double theirs = generator.perSecond(server, connections);
                    measure(workbench, server, plan(items, connections), theirs, table);
                }
            }
        }
        table.print();
    }

    private static ReplayPlan plan(List<ReplayPlan.Item> items, int connections) {
        return new ReplayPlan(items, new Order.AsReceived(), 1, new Pace.AsFastAsPossible(), connections);
    }

    private static void measure(Workbench workbench, Server server, ReplayPlan plan, double theirs, Table table)
            throws Problem, IOException, InterruptedException {
        TargetUrl target = ReplayBenchmark.url(server);
        BulkReplay replay = workbench.replaying().replay(plan, Destination.of(target), false, _ -> {});
        Map<String, Long> threads = ThreadTimes.byName();
        Duration processor = processorTime();
        long start = System.nanoTime();
        replay.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = processorTime().minus(processor).toNanos() / 1e3 / EVENTS;
        print(threads, ThreadTimes.byName(), micros);
        if (replay.progress().succeeded() != EVENTS) {
            throw new IllegalStateException("Not all events were answered with 2xx");
        }
        double ours = EVENTS / seconds;
        table.add(server.name(), "" + plan.connections(), Table.number(ours), Table.number(theirs),
                Table.number(ours / theirs), Table.number(micros),
                Table.number(cancelMillis(workbench, target, plan)));
    }

    /** Those that send have ended, or are about to, and are not counted any more: theirs is the rest. */
    private static void print(Map<String, Long> before, Map<String, Long> after, double micros) {
        after.keySet().removeIf(name -> name.startsWith("replay"));
        Map<String, Double> each = new HashMap<>();
        after.forEach((name, nanos) -> each.put(name, (nanos - before.getOrDefault(name, 0L)) / 1e3 / EVENTS));
        each.put("sending and reading", micros - each.values().stream().mapToDouble(Double::doubleValue).sum());
        System.out.println("µs an event: "
                + each.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(NAMED).map(thread -> thread.getKey() + " " + Table.number(thread.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static double cancelMillis(Workbench workbench, TargetUrl target, ReplayPlan plan) throws Problem {
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
}
