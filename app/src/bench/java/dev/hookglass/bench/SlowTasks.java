package dev.hookglass.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Looks at what the FX thread does whenever it has not answered for longer than a frame, and tells what took longest. */
final class SlowTasks {
    private static final long FRAME_NANOS = 16_000_000;
    private static final long NAP_NANOS = 3_000_000;
    private static final int MOST_TOLD = 8;
    private static final int MOST_FRAMES = 7;

    private final Thread fx;
    private final LongSupplier askedAt;
    private Map<String, Task> tasks = new HashMap<>();

    /** What was seen at one place: how often, and the longest wait meanwhile. */
    private static final class Task {
        private int seen;
        private long longest;
    }

    /** @param askedAt since when the FX thread has not answered, in {@link System#nanoTime()}; 0 where it has */
    SlowTasks(Thread fx, LongSupplier askedAt) {
        this.fx = fx;
        this.askedAt = askedAt;
        Thread.ofPlatform().daemon().name("slow tasks").start(this::watch);
    }

    private void watch() {
        while (fx.isAlive()) {
            long asked = askedAt.getAsLong();
            long waits = System.nanoTime() - asked;
            if (asked != 0 && waits > FRAME_NANOS) {
                note(place(fx.getStackTrace()), waits);
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    private synchronized void note(String place, long waits) {
        Task task = tasks.computeIfAbsent(place, _ -> new Task());
        task.seen++;
        task.longest = Math.max(task.longest, waits);
    }

    /** Lines that tell where it was seen most since it was asked last. */
    synchronized List<String> take() {
        List<String> told = tasks.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Task> entry) -> entry.getValue().seen).reversed())
                .limit(MOST_TOLD)
                .map(entry -> String.format(Locale.ROOT, "%d × in up to %.0f ms: %s", entry.getValue().seen,
                        entry.getValue().longest / 1e6, entry.getKey()))
                .toList();
        tasks = new HashMap<>();
        return told;
    }

    /** Where it is, from the inside: our own methods, and those of JavaFX that tell what is under way. */
    private static String place(StackTraceElement[] stack) {
        List<String> told = new ArrayList<>();
        for (StackTraceElement frame : Arrays.asList(stack)) {
            String name = frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName();
            boolean tells = told.isEmpty() || frame.getClassName().startsWith("dev.hookglass") || tells(name);
            if (tells && told.size() < MOST_FRAMES && !told.contains(name)) {
                told.add(name);
            }
        }
        return told.stream().collect(Collectors.joining(" < "));
    }

    private static boolean tells(String name) {
        return name.matches("(Scene\\.do(CSS|Layout)Pass|VirtualFlow\\.(layoutChildren|resizeCell|getCell|setCellIndex)"
                + "|.*TableRowSkin.*\\.(layoutChildren|updateCells)|Toolkit\\.(paint|fire)Pulse|QuantumToolkit\\.pulse"
                + "|Scene.*\\.synchronizeSceneNodes|CssStyleHelper\\.(createStyleHelper|transitionToState|resetToInitialValues)"
                + "|Node\\.(applyCss|reapplyCss)|TableView\\.sort|.*SelectionModel\\.\\w+|PrismTextLayout\\.\\w+"
                + "|.*Animation.*\\.timePulse|LabeledSkinBase\\.layoutChildren|StyleManager\\.\\w+)");
    }
}
