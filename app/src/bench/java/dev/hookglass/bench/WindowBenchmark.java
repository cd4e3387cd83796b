package dev.hookglass.bench;

import dev.hookglass.problem.Problem;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real window, on JavaFX's headless platform, with many events stored, and while more arrive. The events are made once and
 * kept below the build's folder, as they lie after a session: the file compacted, the texts in the index. {@code -Dwindow.events}, {@code -Dwindow.seconds} and {@code -Dwindow.rate} change how many
 * are stored, how long more arrive, and how many in a second; {@code -Dwindow.java} gives the window's Java other options.
 */
final class WindowBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("window.events", 1_000_000);
    private static final int SECONDS = Integer.getInteger("window.seconds", 60);
    private static final int RATE = Integer.getInteger("window.rate", 2_000);

    @Override
    public String about() {
        return "the window with " + EVENTS + " events stored, still and while " + RATE + "/s arrive for " + SECONDS
                + " s";
    }

    @Override
    public void run(Workplace workplace) throws IOException, InterruptedException, Problem {
        Path data = workplace.resolve("data");
        copy(stored(workplace), data);
        int port = Workplace.freePort();
        List<String> command = new Packaged(workplace.built("hookglass")).java(WindowUnderTest.class, data.toString(),
                "" + port);
        command.addAll(1, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        command.addAll(command.indexOf("-cp"),
                Stream.of(System.getProperty("window.java", "").split(" ", -1)).filter(each -> !each.isEmpty())
                        .toList());
        Process process = workplace.talkTo(command);
        Table table = new Table("what", "measured", "to reach");
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter words = process.outputWriter(StandardCharsets.UTF_8)) {
            read(workplace, said, table);
            Load load = new Load(port, 64, 2, SECONDS, 0, RATE, Bodies.JSON);
            LoadResult result = workplace.run(load);
            words.write("loaded\n");
            words.flush();
            read(workplace, said, table);
            table.add("reply latency p99 meanwhile, ms", Table.number(result.p99()), "≤ 20");
            table.add("requests not answered with 2xx", "" + result.failed(), "0");
        }
        table.print();
    }

    /** Takes figures until the window has no more to say for now. */
    private static void read(Workplace workplace, BufferedReader said, Table table) throws IOException {
        Optional<String[]> figure = next(workplace, said);
        while (figure.isPresent()) {
            table.add(figure.get());
            figure = next(workplace, said);
        }
    }

    private static Optional<String[]> next(Workplace workplace, BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals(WindowUnderTest.PAUSE)) {
            String[] words = line.split("\t", -1);
            if (words.length == 3) {
                return Optional.of(words);
            }
            System.out.println(line);
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("The window ended: " + workplace.errors());
        }
        return Optional.empty();
    }

    private static Path stored(Workplace workplace) throws Problem, IOException, InterruptedException {
        Path stored = workplace.built("window-" + EVENTS);
        if (!Files.exists(stored)) {
            Path making = workplace.resolve("making");
            Million.store(EVENTS, making);
            Million.settle(making);
            Files.move(making, stored);
        }
        return stored;
    }

    /**
     * With the times of the files, by which the store knows that nobody else has touched them; and to the disk, which would
     * else be busy with a gigabyte while it is measured.
     */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
                force(file);
                force(copied);
            }
        }
    }

    private static void force(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }
}
