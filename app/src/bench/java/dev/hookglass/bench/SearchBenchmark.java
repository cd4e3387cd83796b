package dev.hookglass.bench;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.TextIndex;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How long a text is looked for among a million events: by the index, and by reading them all. */
final class SearchBenchmark implements Benchmark {
    private static final int EVENTS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final int PAGE = 200;
    private static final List<String> FILTERS = List.of("autumn", Million.NEEDLE, "\"autumn campaign banner\"",
            "a1b2c3",
            "x7", "nowhere", "verdict:invalid autumn", "verdict:stale a1b2c", "-autumn", "header:x-request-id=500000",
            "path:/nowhere*");

    @Override
    public String about() {
        return "milliseconds for the first " + PAGE + " that have a text, of " + EVENTS + " events of 1 KiB; " + ROUNDS
                + " rounds, medians";
    }

    @Override
    public void run(Workplace workplace) throws Exception {
        Path data = workplace.resolve("data");
        Million.store(EVENTS, data);
        try (Workbench workbench = Workbench.open(data)) {
            double seconds = index(workbench);
            System.out.printf("Indexed in %.0f s, %,.0f events/s; the index has %d bytes for an event.%n%n", seconds,
                    EVENTS / seconds, bytes(data.resolve("search")) / EVENTS);
            workbench.events().ledger().awaitComplete();
            Table table = new Table("first page of", "events", "by the index", "by reading", "ratio");
            for (String text : FILTERS) {
                measure(workbench, text, table);
            }
            table.print();
        }
    }

    private static double index(Workbench workbench) throws Problem {
        long start = System.nanoTime();
        Million.index(workbench);
        return (System.nanoTime() - start) / 1e9;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void measure(Workbench workbench, String text, Table table) throws Problem, FilterException {
        EventStore events = workbench.events();
        EventFilter filter = new FilterParser(workbench.sources()::idsNamed).parse(text);
        Figures<Double> indexed = new Figures<>();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            found = page(events, filter);
            indexed.add(millisSince(start));
        }
        events.setTextIndex(TextIndex.NONE);
        long start = System.nanoTime();
        int read = page(events, filter);
        double reading = millisSince(start);
        events.setTextIndex(workbench.search());
        if (read != found) {
            throw new IllegalStateException("By reading, " + read + " have " + text + ", and by the index " + found);
        }
        double index = indexed.median(Double::doubleValue);
        table.add(text, "" + found, Table.number(index), Table.number(reading), Table.number(reading / index));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static int page(EventStore events, EventFilter filter) throws Problem {
        return events.older(filter, Long.MAX_VALUE, PAGE).size();
    }
}
