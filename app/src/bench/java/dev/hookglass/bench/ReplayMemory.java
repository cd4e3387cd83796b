package dev.hookglass.bench;

import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How much memory a run holds on its way, twice: the first also loads and compiles what it needs. */
final class ReplayMemory {
    private static final List<Integer> PERCENT = List.of(10, 50, 100);
    private static final double MEGABYTE = 1 << 20;

    private final Table table = new Table("run", "sent, %", "held after a collection, MB", "resident, MB");

    private ReplayMemory() {}

    static Table measure(Workbench workbench, Server server, ReplayPlan plan) throws Problem {
        ReplayMemory memory = new ReplayMemory();
        for (String run : List.of("first", "second")) {
            memory.add(run, 0);
            memory.follow(run, workbench, server, plan);
        }
        return memory.table;
    }

    private void follow(String run, Workbench workbench, Server server, ReplayPlan plan) throws Problem {
        Deque<Integer> ahead = new ArrayDeque<>(PERCENT);
        long[] recorded = new long[1];
        workbench.replaying().replay(plan, Destination.of(ReplayBenchmark.url(server)), false, done -> {
            recorded[0] += done.size();
            while (!ahead.isEmpty() && recorded[0] * 100 >= (long) ahead.getFirst() * plan.items().size()) {
                add(run, ahead.removeFirst());
            }
        }).run();
        if (!ahead.isEmpty()) {
            throw new IllegalStateException("Not all events were sent and recorded");
        }
    }

    private void add(String run, int percent) {
        System.gc();
        double held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        try {
            table.add(run, "" + percent, Table.number(held), Table.number(Machine.residentMegabytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
