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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** How fast captured events are sent again. */
final class ReplayBenchmark implements Benchmark {
    private static final int EVENTS = 1_000;
    private static final int ROUNDS = 5;

    @Override
    public String about() {
        return EVENTS
                + " captured events of 1 KiB read, sent again to a bare Undertow and to Node.js and the answers kept in"
                + " the file, against wrk with such bodies, " + ROUNDS
                + " rounds in turn after one to warm up, medians";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException, Problem {
        Path data = workplace.resolve("data");
        Million.store(EVENTS, data);
        Generator generator = new Generator(workplace);
        Table table = new Table("target", "connections", "replayed/s", generator.name() + "/s", "ratio");
        try (Workbench workbench = Workbench.open(data)) {
            awaitIndex(workbench);
            for (Server server : targets(workplace)) {
                for (int connections : List.of(1, Sender.CONNECTIONS_PER_TARGET)) {
                    compare(workbench, server, connections, generator, table);
                }
            }
        }
        table.print();
    }

    /** The fastest there is, and one as it is usual. */
    static List<Server> targets(Workplace workplace) throws IOException, InterruptedException {
        List<Server> targets = new ArrayList<>(List.of(Server.bare(workplace)));
        Server.node(workplace).ifPresent(targets::add);
        return targets;
    }

    static TargetUrl url(Server server) throws Problem {
        return TargetUrl.parse("http://127.0.0.1:" + server.port() + "/");
    }

    private static void compare(Workbench workbench, Server server, int connections, Generator generator, Table table)
            throws IOException, InterruptedException, Problem {
        Figures<Double> replayed = new Figures<>();
        Figures<Double> generated = new Figures<>();
        replay(workbench, url(server), connections);
        for (int round = 0; round < ROUNDS; round++) {
            generated.add(generator.perSecond(server, connections));
            replayed.add(replay(workbench, url(server), connections));
        }
        double ours = replayed.median(rate -> rate);
        double theirs = generated.median(rate -> rate);
        table.add(server.name(), "" + connections, Table.number(ours), Table.number(theirs),
                Table.number(ours / theirs));
    }

    /** What was just stored is first put into the index of texts, which is no part of sending. */
    static void awaitIndex(Workbench workbench) {
        // The first search opens it.
        workbench.search().look(List.of(Million.NEEDLE), List.of());
        Awaitility.waitAtMost(10, TimeUnit.MINUTES).pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> workbench.search().progress().behind() == 0);
    }

    /** Gives the events sent and kept in a second. */
    private static double replay(Workbench workbench, TargetUrl target, int connections) throws Problem {
        ReplayPlan plan = new ReplayPlan(workbench.replaying().items(EventFilter.ALL), new Order.AsReceived(), 1,
                new Pace.AsFastAsPossible(), connections);
        BulkReplay replay = workbench.replaying().replay(plan, Destination.of(target), false, _ -> {});
        long start = System.nanoTime();
        replay.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (replay.progress().succeeded() != EVENTS) {
            throw new IllegalStateException("Of the events, only so many were answered with 2xx: "
                    + replay.progress().succeeded());
        }
        return EVENTS / seconds;
    }
}
