package dev.hookglass.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a benchmark by its name. */
final class BenchmarkMain {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("capture", new CaptureBenchmark());
        ALL.put("latency", new LatencyBenchmark());
        ALL.put("size", new SizeBenchmark());
        ALL.put("restart", new RestartBenchmark());
        ALL.put("search", new SearchBenchmark());
        ALL.put("replay", new ReplayBenchmark());
        ALL.put("replay-many", new ReplayManyBenchmark());
        ALL.put("diagnosis", new DiagnosisBenchmark());
        ALL.put("window", new WindowBenchmark());
        ALL.put("rejudge", new RejudgeBenchmark());
        ALL.put("large", new LargeBenchmark());
        ALL.put("sheets", new SheetsBenchmark());
    }

    private BenchmarkMain() {}

    /**
     * Takes the benchmark's name.
     *
     * @throws Exception if it could not be run to its end; the build that started it fails then
     */
    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 1 ? ALL.get(arguments[0]) : null;
        if (benchmark == null) {
            System.out.println("Choose a benchmark with -Dbench=NAME:");
            ALL.forEach((name, each) -> System.out.println("  " + name + "  " + each.about()));
            return;
        }
        System.out.println("\n" + arguments[0] + ": " + benchmark.about() + "\n" + Machine.describe() + "\n");
        try (Workplace workplace = Workplace.make()) {
            benchmark.run(workplace);
        }
        // Sending leaves threads behind that would keep the process for a while.
        System.exit(0);
    }
}
