package dev.hookglass.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A server and what came of its rounds. */
record Measured(Server server, Figures<LoadResult> rounds) {
    /** Loads servers in turn, so that a machine that becomes slower does so for all of them. */
    static List<Measured> inTurn(Workplace workplace, List<Server> servers, int rounds, Function<Server, Load> load)
            throws IOException, InterruptedException {
        List<Measured> all = servers.stream().map(server -> new Measured(server, new Figures<>())).toList();
        for (int round = 0; round < rounds; round++) {
            for (Measured each : all) {
                each.rounds.add(workplace.run(load.apply(each.server)));
            }
        }
        return all;
    }

    double median(ToDoubleFunction<LoadResult> figure) {
        return rounds.median(figure);
    }

    String text(ToDoubleFunction<LoadResult> figure) {
        return Table.number(median(figure));
    }

    long failed() {
        return (long) rounds.sum(LoadResult::failed);
    }

    long answered() {
        return (long) rounds.sum(LoadResult::answered);
    }
}
