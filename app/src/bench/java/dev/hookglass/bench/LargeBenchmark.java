package dev.hookglass.bench;

import java.io.IOException;
import java.util.List;

/** How soon large bodies are in sight once their event is selected, in the real window on JavaFX's headless platform. */
final class LargeBenchmark implements Benchmark {
    @Override
    public String about() {
        return "how soon large bodies are in sight, and for how long the window does nothing else";
    }

    @Override
    public void run(Workplace workplace) throws IOException {
        List<String> command = workplace.java(Workplace.HEAP_MEGABYTES, LargeUnderTest.class,
                workplace.resolve("data").toString());
        command.addAll(1, List.of("-XX:+UseCompactObjectHeaders", "-Dglass.platform=Headless", "-Dprism.order=sw"));
        workplace.printFigures(command);
    }
}
