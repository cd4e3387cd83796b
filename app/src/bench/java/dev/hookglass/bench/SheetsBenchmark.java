package dev.hookglass.bench;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sheets of the real window, on JavaFX's headless platform: Compose as it is opened first, and a replay of very many events. */
final class SheetsBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("replay.events", 100_000);

    @Override
    public String about() {
        return "for how long the window does nothing else when Compose is opened, and while " + EVENTS
                + " events are replayed and that is cancelled";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException, Problem {
        Path data = workplace.resolve("data");
        Million.store(EVENTS, data);
        Server target = Server.bare(workplace);
        List<String> command = new Packaged(workplace.built("hookglass")).java(SheetsUnderTest.class, data.toString(),
                "" + Workplace.freePort(), "http://127.0.0.1:" + target.port() + "/");
        command.addAll(1, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        workplace.printFigures(command);
    }
}
