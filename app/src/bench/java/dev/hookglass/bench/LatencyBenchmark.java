package dev.hookglass.bench;

import java.io.IOException;
import java.util.List;

/** How long a sender waits for its answer. */
final class LatencyBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 10;
    private static final int PER_SECOND = 2_000;

    @Override
    public String about() {
        return "time to the answer at " + PER_SECOND
                + " requests a second, counted from when each was due, POST of 1 KiB JSON, "
                + ROUNDS + " rounds of " + SECONDS + " s in turn, medians";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException {
        List<Server> servers = List.of(Server.bare(workplace),
                Server.hookglass(workplace, workplace.resolve("data")));
        List<Measured> all = Measured.inTurn(workplace, servers, ROUNDS,
                server -> Load.full(server.port(), SECONDS).withPerSecond(PER_SECOND));
        Table table = new Table("server", "requests/s", "p50 ms", "p99 ms", "× bare", "slowest ms", "not 2xx");
        double bare = all.getFirst().median(LoadResult::p99);
        for (Measured each : all) {
            table.add(each.server().name(), each.text(LoadResult::perSecond), each.text(LoadResult::p50),
                    each.text(LoadResult::p99), Table.number(each.median(LoadResult::p99) / bare),
                    each.text(LoadResult::max), "" + each.failed());
        }
        table.print();
    }
}
