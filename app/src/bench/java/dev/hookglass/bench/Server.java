package dev.hookglass.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own that answers POST requests with 200. */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration NAP = Duration.ofMillis(2);

    /** Reads each body, drops it and answers. */
    private static final String NODE = """
            require("http").createServer((request, response) => {
              request.on("data", () => {});
              request.on("end", () => response.writeHead(200, {"Content-Length": 2}).end("ok"));
            }).listen(Number(process.argv[1]), "127.0.0.1");
            """;

    private final String name;
    private final int port;
    private final Process process;
    private final Duration startUp;

    private Server(String name, int port, Process process, Duration startUp) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.startUp = startUp;
    }

    /** Starts one and waits until it takes connections. */
    static Server start(Workplace workplace, String name, int port, List<String> command)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = workplace.start(command);
        while (!isListening(port)) {
            if (process.waitFor(NAP) || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException(name + " did not start: " + workplace.errors());
            }
        }
        return new Server(name, port, process, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    static Server bare(Workplace workplace) throws IOException, InterruptedException {
        int port = Workplace.freePort();
        return start(workplace, "bare Undertow, drops what it reads", port,
                workplace.java(Workplace.HEAP_MEGABYTES, BareServer.class, "" + port));
    }

    /** A server as a developer of webhooks may have it; empty, and said so, where there is no Node.js. */
    static Optional<Server> node(Workplace workplace) throws IOException, InterruptedException {
        int port = Workplace.freePort();
        try {
            return Optional.of(start(workplace, "Node.js", port, List.of("node", "-e", NODE, "" + port)));
        } catch (IOException notThere) {
            System.out.println("Node.js is left out: " + notThere.getMessage() + "\n");
            return Optional.empty();
        }
    }

    /** The packaged Hookglass without a window. */
    static Server hookglass(Workplace workplace, Path data) throws IOException, InterruptedException {
        int port = Workplace.freePort();
        String launcher = System.getProperty("os.name").startsWith("Windows") ? "hookglass.cmd" : "hookglass";
        return start(workplace, "Hookglass, every event in the file", port,
                List.of(workplace.built("hookglass/bin/" + launcher).toString(), "receive", "--port", "" + port,
                        "--data",
                        data.toString()));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** From the start of the process until it took a connection. */
    Duration startUp() {
        return startUp;
    }

    /**
     * Leaves it alone for a time.
     *
     * @throws IllegalStateException if it ends meanwhile
     */
    void rest(Duration time) throws InterruptedException {
        if (process.waitFor(time)) {
            throw new IllegalStateException(name + " ended by itself");
        }
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " did not end");
        }
    }
}
