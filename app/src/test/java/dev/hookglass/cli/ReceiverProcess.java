package dev.hookglass.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code hookglass receive} as a process of its own, which can be ended in any way. */
final class ReceiverProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    /** The command line without a window. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.exit(CommandLineInterface.run(arguments, (_, _) -> {}));
        }
    }

    /**
     * Starts it on any free port.
     *
     * @param folder its data folder; what it prints is kept beside it
     */
    ReceiverProcess(Path folder, String... options) throws IOException {
        this(List.of(), folder, options);
    }

    /** The same with options of the virtual machine's. */
    ReceiverProcess(List<String> machine, Path folder, String... options) throws IOException {
        this(Program.class, machine, folder, Stream.concat(
                Stream.of("receive", "--port", "0", "--data", folder.toString()), Stream.of(options)).toList());
    }

    /**
     * Starts another program that says where it listens.
     *
     * @param folder what it prints is kept beside it
     */
    ReceiverProcess(Class<?> program, Path folder, List<String> arguments) throws IOException {
        this(program, List.of(), folder, arguments);
    }

    private ReceiverProcess(Class<?> program, List<String> machine, Path folder, List<String> arguments)
            throws IOException {
        out = folder.resolveSibling(folder.getFileName() + ".out");
        err = folder.resolveSibling(folder.getFileName() + ".err");
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** Where it listens, as soon as it does. */
    String url() {
        return line(text -> text.startsWith("Listening on ")).substring("Listening on ".length());
    }

    /** The first line on stdout that fulfils a condition, as soon as there is one. */
    String line(Predicate<String> condition) {
        return await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> lines(out).stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** What it printed on stdout so far. */
    Stream<String> lines() {
        return lines(out).stream();
    }

    /** How long processors have worked for it. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What it printed on stderr so far. */
    List<String> errors() {
        return lines(err);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Asks it to end, and says whether it did. */
    boolean end() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends it on the spot, as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
