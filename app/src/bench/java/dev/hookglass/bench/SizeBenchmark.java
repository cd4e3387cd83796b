package dev.hookglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How large the file is for what was captured. */
final class SizeBenchmark implements Benchmark {
    private static final int EVENTS = 100_000;
    private static final int PACED = 2_000;
    private static final Duration TO_COMPACT = Duration.ofSeconds(5);

    @Override
    public String about() {
        return "bytes of the event file for one captured byte (head and body), " + EVENTS + " events of 1 KiB";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException {
        Table table = new Table("bodies", "sent", "captured MB", "largest", "at the end", "idle for 5 s", "closed",
                "after another start");
        measure(workplace, table, Bodies.JSON, 0);
        measure(workplace, table, Bodies.RANDOM, 0);
        measure(workplace, table, Bodies.JSON, PACED);
        table.print();
    }

    private static void measure(Workplace workplace, Table table, Bodies bodies, int perSecond)
            throws IOException, InterruptedException {
        Path data = workplace.resolve("data-" + bodies + perSecond);
        Path file = data.resolve("events.mv.db");
        Server server = Server.hookglass(workplace, data);
        Load load = Load.full(server.port(), 0).withPerSecond(perSecond).withRequests(EVENTS, bodies);
        double captured = (double) EVENTS * (load.head().length + Bodies.SIZE);
        LargestSize largest = LargestSize.watch(file);
        LoadResult result = workplace.run(load);
        if (result.failed() > 0) {
            throw new IllegalStateException(result.failed() + " requests were not captured");
        }
        long atEnd = Files.size(file);
        server.rest(TO_COMPACT);
        long idle = Files.size(file);
        server.stop();
        long closed = Files.size(file);
        long most = largest.end();
        Server.hookglass(workplace, data).stop();
        table.add(bodies.name(), perSecond == 0 ? "as fast as it goes" : perSecond + "/s",
                Table.number(captured / 1e6), Table.number(most / captured), Table.number(atEnd / captured),
                Table.number(idle / captured), Table.number(closed / captured),
                Table.number(Files.size(file) / captured));
    }
}
