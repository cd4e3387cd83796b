package dev.hookglass.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other programs that developers capture requests with; both keep them in memory. */
final class Peers {
    private static final String ANYTHING = "{\"request\":{\"method\":\"ANY\"},\"response\":{\"status\":200}}";
    private static final int MOST_INSTALL_SECONDS = 120;

    private Peers() {}

    /** WireMock as it comes, but for a bound on what it remembers, without which it runs out of memory. */
    static Server wireMock(Workplace workplace) throws IOException, InterruptedException {
        int port = Workplace.freePort();
        Server server = Server.start(workplace, "WireMock, last 10,000 in memory", port,
                List.of(Workplace.javaCommand(), "-Xmx" + Workplace.HEAP_MEGABYTES + "m", "-jar",
                        workplace.built("bench/wiremock.jar").toString(), "--port", "" + port, "--bind-address",
                        "127.0.0.1", "--disable-banner", "--root-dir", workplace.resolve("wiremock").toString(),
                        "--max-request-journal-entries", "10000"));
        HttpRequest stub = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/__admin/mappings"))
                .POST(BodyPublishers.ofString(ANYTHING)).build();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            int status = http.send(stub, BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IOException("WireMock answered " + status);
            }
        }
        return server;
    }

    /** mockttp, the server of HTTP Toolkit, installed by npm; empty, and said so, where there is no Node.js. */
    static Optional<Server> mockttp(Workplace workplace) throws IOException, InterruptedException {
        Path folder = workplace.built("bench/mockttp");
        if (!Files.exists(folder.resolve("node_modules")) && !install(workplace, folder)) {
            System.out.println("mockttp is left out: Node.js and npm were not found, or npm could not install it.\n");
            return Optional.empty();
        }
        int port = Workplace.freePort();
        return Optional.of(Server.start(workplace, "mockttp, all in memory", port,
                List.of("node", "--max-old-space-size=" + Workplace.HEAP_MEGABYTES,
                        folder.resolve("server.mjs").toString(), "" + port)));
    }

    private static boolean install(Workplace workplace, Path folder) throws IOException, InterruptedException {
        try {
            workplace.start(List.of("node", "--version"));
            Process npm = workplace.start(List.of("npm", "install", "--prefix", folder.toString(), "--no-audit",
                    "--no-fund", "--ignore-scripts", "--silent"));
            return npm.waitFor(MOST_INSTALL_SECONDS, TimeUnit.SECONDS) && npm.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
