package dev.hookglass.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a process and its machine did since a moment: for what processor time was taken, by this process and by others. */
final class Meanwhile {
    private static final Path MACHINE = Path.of("/proc/stat");
    /** Linux counts in hundredths of a second. */
    private static final double SECONDS_PER_TICK = 0.01;
    private static final int NAMED = 8;

    private final long start = System.nanoTime();
    private final Map<String, Long> threads;
    private final long pausedMillis = pausedMillis();
    private final double busySeconds = busySeconds();

    Meanwhile() throws IOException {
        threads = ThreadTimes.byName();
    }

    /** Lines for a table: what it is, and the figure. */
    List<String[]> figures() throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        double processors = seconds * Runtime.getRuntime().availableProcessors();
        Map<String, Long> now = ThreadTimes.byName();
        now.replaceAll((name, nanos) -> nanos - threads.getOrDefault(name, 0L));
        double own = now.values().stream().mapToLong(Long::longValue).sum() / 1e9;
        List<String[]> figures = new ArrayList<>();
        figures.add(line("processors: busy with the window, %", 100 * own / processors));
        figures.add(line("processors: busy with the load generator and all else, %",
                100 * (busySeconds() - busySeconds - own) / processors));
        figures.add(line("garbage collection paused everything, % of the time",
                (pausedMillis() - pausedMillis) / 10.0 / seconds));
        figures.add(new String[]{"threads by processor time, % of one processor",
                now.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(NAMED)
                        .map(entry -> String.format(Locale.ROOT, "%s %.0f", entry.getKey(),
                                entry.getValue() / 1e7 / seconds))
                        .collect(Collectors.joining(", "))});
        return figures;
    }

    private static String[] line(String what, double figure) {
        return new String[]{what, Table.number(figure)};
    }

    private static long pausedMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().contains("Concurrent"))
                .mapToLong(collector -> collector.getCollectionTime()).sum();
    }

    /** Of all processors together; nothing where nobody counts it. */
    private static double busySeconds() throws IOException {
        if (!Files.exists(MACHINE)) {
            return Double.NaN;
        }
        long[] ticks = Arrays.stream(Files.readAllLines(MACHINE).getFirst().split(" +", -1)).skip(1)
                .mapToLong(Long::parseLong).toArray();
        // user, nice, system, idle, iowait, irq, softirq, steal
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) * SECONDS_PER_TICK;
    }
}
