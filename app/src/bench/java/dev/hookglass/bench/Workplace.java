package dev.hookglass.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Where a benchmark runs: an empty folder below the build's, and the processes it started, none of which outlives it. Each
 * has the memory that the launcher gives Hookglass.
 */
final class Workplace implements AutoCloseable {
    static final int HEAP_MEGABYTES = 768;

    private final Path build;
    private final Path folder;
    private final List<Process> processes = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::killAll, "kill");

    private Workplace(Path build, Path folder) {
        this.build = build;
        this.folder = folder;
    }

    /** Makes it; the system property {@code bench.build} names the build's folder. */
    static Workplace make() throws IOException {
        Path build = Path.of(System.getProperty("bench.build", "target"));
        Workplace workplace = new Workplace(build, Files.createTempDirectory(build, "bench-"));
        Runtime.getRuntime().addShutdownHook(workplace.atExit);
        return workplace;
    }

    /** A file or folder that the build made. */
    Path built(String path) {
        return build.resolve(path).toAbsolutePath();
    }

    Path resolve(String name) {
        return folder.resolve(name).toAbsolutePath();
    }

    /** A port of the loopback that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The command that runs a class of ours. */
    List<String> java(int heapMegabytes, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(javaCommand(), "-Xmx" + heapMegabytes + "m",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static String javaCommand() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Starts a process whose output is thrown away, but for errors, which go to a file. */
    Process start(List<String> command) throws IOException {
        return start(command, Redirect.DISCARD);
    }

    /** Starts a process that is written to and read from. */
    Process talkTo(List<String> command) throws IOException {
        return start(command, Redirect.PIPE);
    }

    /** Runs a process to its end that measures by itself; prints its figures, three words between tabs, as a table, and what else it says. */
    void printFigures(List<String> command) throws IOException {
        Process process = talkTo(command);
        Table table = new Table("what", "measured", "to reach");
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] words = line.split("\t", -1);
                if (words.length == 3) {
                    table.add(words);
                } else {
                    System.out.println(line);
                }
            }
        }
        System.out.print(errors());
        table.print();
    }

    private Process start(List<String> command, Redirect out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out)
                .redirectError(Redirect.appendTo(resolve("errors.txt").toFile()));
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Runs a load generator to its end. */
    LoadResult run(Load load) throws IOException, InterruptedException {
        List<String> command = java(512, LoadMain.class, load.arguments().toArray(String[]::new));
        Process process = start(command, Redirect.PIPE);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("The load generator failed: " + errors());
        }
        return LoadResult.parse(said);
    }

    String errors() throws IOException {
        Path file = resolve("errors.txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void killAll() {
        processes.stream().flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills what still runs and deletes the folder. */
    @Override
    public void close() throws IOException {
        killAll();
        for (Process process : processes) {
            process.onExit().join();
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
