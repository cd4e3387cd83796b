package dev.hookglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the operating system counts of this process's threads, those of the Java machine among them; on Linux. */
final class ThreadTimes {
    private static final Path TASKS = Path.of("/proc/self/task");

    private final Optional<Path> statistics;

    private ThreadTimes(Optional<Path> statistics) {
        this.statistics = statistics;
    }

    /** Those of the FX thread, which has begun. */
    static ThreadTimes ofFx() throws IOException {
        if (Files.exists(TASKS)) {
            try (var tasks = Files.list(TASKS)) {
                return new ThreadTimes(tasks.filter(task -> name(task).startsWith("JavaFX App")).findFirst()
                        .map(task -> task.resolve("schedstat")));
            }
        }
        return new ThreadTimes(Optional.empty());
    }

    /** Nanoseconds for which it was ready to run, and no processor was free for it; 0 where nobody counts them. */
    long queuedNanos() throws IOException {
        return statistics.isPresent() ? Long.parseLong(Files.readString(statistics.get()).split(" ", -1)[1]) : 0;
    }

    /** Nanoseconds of processor time by the threads' names without their numbers. */
    static Map<String, Long> byName() throws IOException {
        Map<String, Long> times = new HashMap<>();
        if (Files.exists(TASKS)) {
            try (var tasks = Files.list(TASKS)) {
                tasks.forEach(task -> times.merge(name(task).replaceAll("[-#_ ]*\\d+$", ""), worked(task), Long::sum));
            }
        }
        return times;
    }

    private static String name(Path task) {
        return read(task.resolve("comm")).strip();
    }

    private static long worked(Path task) {
        String words = read(task.resolve("schedstat"));
        return words.isEmpty() ? 0 : Long.parseLong(words.split(" ", -1)[0]);
    }

    /** Empty for a thread that has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
