package dev.hookglass.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How fast requests are captured. */
final class CaptureBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 6;

    @Override
    public String about() {
        return "requests captured in a second, POST of 1 KiB JSON on 64 connections, " + ROUNDS + " rounds of "
                + SECONDS
                + " s in turn, medians";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException {
        Path data = workplace.resolve("data");
        List<Server> servers = new ArrayList<>(
                List.of(Server.bare(workplace), Server.hookglass(workplace, data), Peers.wireMock(workplace)));
        Peers.mockttp(workplace).ifPresent(servers::add);
        List<Measured> all = Measured.inTurn(workplace, servers, ROUNDS, server -> Load.full(server.port(), SECONDS));
        Table table = new Table("server", "requests/s", "× bare", "p50 ms", "p99 ms", "not 2xx");
        double bare = all.getFirst().median(LoadResult::perSecond);
        for (Measured each : all) {
            table.add(each.server().name(), each.text(LoadResult::perSecond),
                    Table.number(each.median(LoadResult::perSecond) / bare), each.text(LoadResult::p50),
                    each.text(LoadResult::p99), "" + each.failed());
        }
        table.print();
        Measured hookglass = all.get(1);
        hookglass.server().stop();
        Stored.require(hookglass.answered(), data);
    }
}
