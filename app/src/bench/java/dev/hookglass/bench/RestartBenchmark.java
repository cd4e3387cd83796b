package dev.hookglass.bench;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a million stored events cost: at the start, and when they are looked at. */
final class RestartBenchmark implements Benchmark {
    private static final int EVENTS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final int PAGE = 200;
    private static final List<String> FILTERS = List.of("type:task_asset_* verdict:invalid",
            "source:CMP -verdict:valid",
            "reply:>=400", "size:>10k", "autumn", Million.NEEDLE);

    @Override
    public String about() {
        return "milliseconds with " + EVENTS + " events of 1 KiB stored and with none, " + ROUNDS
                + " rounds in turn, medians";
    }

    @Override
    public void run(Workplace workplace) throws Exception {
        Path empty = workplace.resolve("empty");
        Path full = workplace.resolve("full");
        Million.store(0, empty);
        Million.store(EVENTS, full);
        Map<String, Figures<Duration>> without = new LinkedHashMap<>();
        Map<String, Figures<Duration>> with = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            measure(workplace, empty, without);
            measure(workplace, full, with);
        }
        Table table = new Table("ms until", EVENTS + " stored", "none stored", "ratio");
        with.forEach((what, rounds) -> {
            double million = rounds.median(RestartBenchmark::millis);
            double none = without.getOrDefault(what, rounds).median(RestartBenchmark::millis);
            table.add(what, Table.number(million), Table.number(none), Table.number(million / none));
        });
        table.print();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static void measure(Workplace workplace, Path data, Map<String, Figures<Duration>> figures)
            throws IOException, InterruptedException, Problem, FilterException {
        Server server = Server.hookglass(workplace, data);
        note(figures, "listening, from the start of the process", server.startUp());
        server.stop();
        try (Workbench workbench = Workbench.open(data)) {
            note(figures, "first page of " + PAGE, time(() -> page(workbench, EventFilter.ALL)));
            note(figures, "counts by source and verdict", time(() -> workbench.events().tallies()));
            FilterParser parser = new FilterParser(workbench.sources()::idsNamed);
            for (String text : FILTERS) {
                EventFilter filter = parser.parse(text);
                note(figures, "page of " + text, time(() -> page(workbench, filter)));
            }
        }
    }

    private static void page(Workbench workbench, EventFilter filter) throws Problem {
        workbench.events().older(filter, Long.MAX_VALUE, PAGE);
    }

    private interface Work {
        void run() throws Problem;
    }

    private static Duration time(Work work) throws Problem {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void note(Map<String, Figures<Duration>> figures, String what, Duration time) {
        figures.computeIfAbsent(what, _ -> new Figures<>()).add(time);
    }
}
