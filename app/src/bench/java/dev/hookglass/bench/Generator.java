package dev.hookglass.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sends as fast as anything can: wrk, where it is installed, else the load generator of these benchmarks, which is said. */
final class Generator {
    private static final int SECONDS = 4;
    private static final int BODIES = 200;
    private static final Pattern RATE = Pattern.compile("(?m)^Requests/sec:\\s+([0-9.]+)$");
    private static final String SCRIPT = """
            local requests, next = {}, 0
            init = function(arguments)
              local head = {["Content-Type"] = "application/json", ["User-Agent"] = "bench"}
              for body in io.lines(arguments[1]) do
                requests[#requests + 1] = wrk.format("POST", nil, head, body)
              end
            end
            request = function()
              next = next % #requests + 1
              return requests[next]
            end
            """;

    private final Workplace workplace;
    private final boolean isWrk;
    private final Path script;
    private final Path bodies;

    Generator(Workplace workplace) throws IOException, InterruptedException {
        this.workplace = workplace;
        isWrk = isThere(workplace);
        script = workplace.resolve("wrk.lua");
        bodies = workplace.resolve("bodies");
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < BODIES; i++) {
            lines.add(new String(Bodies.JSON.next(random), StandardCharsets.UTF_8));
        }
        Files.write(bodies, lines);
        Files.writeString(script, SCRIPT);
    }

    private static boolean isThere(Workplace workplace) throws InterruptedException {
        try {
            workplace.start(List.of("wrk", "--version")).waitFor();
            return true;
        } catch (IOException notThere) {
            System.out.println("wrk was not found: its place has the load generator of these benchmarks.\n");
            return false;
        }
    }

    String name() {
        return isWrk ? "wrk" : "own generator";
    }

    /** How many requests it has answered in a second over so many connections, with bodies like those that are sent again. */
    double perSecond(Server server, int connections) throws IOException, InterruptedException {
        return isWrk
                ? wrk(server, connections)
                : workplace.run(new Load(server.port(), connections, 1, SECONDS, 0, 0, Bodies.JSON)).perSecond();
    }

    private double wrk(Server server, int connections) throws IOException, InterruptedException {
        Process process = workplace.talkTo(List.of("wrk", "--threads", "" + Math.min(2, connections), "--connections",
                "" + connections, "--duration", SECONDS + "s", "--script", script.toString(),
                "http://127.0.0.1:" + server.port() + "/optimizely/cmp", "--", bodies.toString()));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find() || said.contains("Non-2xx")) {
            throw new IOException("wrk failed: " + said + workplace.errors());
        }
        return Double.parseDouble(rate.group(1));
    }
}
