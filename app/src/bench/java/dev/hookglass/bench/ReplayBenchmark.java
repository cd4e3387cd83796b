package dev.hookglass.bench;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** How fast captured events are sent again. */
final class ReplayBenchmark implements Benchmark {
    private static final int EVENTS = 1_000;
    private static final int ROUNDS = 5;

    private enum Way {
        SENT("sent"), SENT_AND_KEPT("read, sent, and the answers kept in the file");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    @Override
    public String about() {
        return EVENTS + " captured events of 1 KiB sent again to a bare Undertow, against a load generator with the same bodies, "
                + ROUNDS + " rounds in turn, medians";
    }

    @Override
    public void run(Workplace workplace) throws Exception {
        Path data = workplace.resolve("data");
        Million.store(EVENTS, data);
        Server server = Server.bare(workplace);
        Table table = new Table("connections", "requests/s", "load generator", "× sent", "× " + Way.SENT_AND_KEPT.words);
        try (Workbench workbench = Workbench.open(data); Sender sender = new Sender()) {
            TargetUrl target = TargetUrl.parse("http://127.0.0.1:" + server.port() + "/");
            for (int connections : List.of(1, Sender.CONNECTIONS_PER_TARGET)) {
                measure(workplace, workbench, sender, target, server, connections, table);
            }
        }
        table.print();
    }

    private static void measure(Workplace workplace, Workbench workbench, Sender sender, TargetUrl target,
            Server server, int connections, Table table) throws Exception {
        Figures<Double> load = new Figures<>();
        List<Figures<Double>> ways = List.of(new Figures<>(), new Figures<>());
        for (int round = -1; round < ROUNDS; round++) {
            double generated = workplace
                    .run(new Load(server.port(), connections, 1, 2, 0, 0, Bodies.JSON)).perSecond();
            double sent = rate(workbench, sender, target, connections, Way.SENT);
            double kept = rate(workbench, sender, target, connections, Way.SENT_AND_KEPT);
            // The first round warms up.
            if (round >= 0) {
                load.add(generated);
                ways.get(0).add(sent);
                ways.get(1).add(kept);
            }
        }
        double generated = load.median(rate -> rate);
        table.add("" + connections, Table.number(ways.get(1).median(rate -> rate)), Table.number(generated),
                Table.number(ways.get(0).median(rate -> rate) / generated),
                Table.number(ways.get(1).median(rate -> rate) / generated));
    }

    private static double rate(Workbench workbench, Sender sender, TargetUrl target, int connections, Way way)
            throws Problem, InterruptedException, ExecutionException {
        List<EventSummary> events = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, EVENTS);
        List<OutboundRequest> requests = new ArrayList<>();
        for (EventSummary event : events) {
            requests.add(request(workbench, target, event.id()));
        }
        Semaphore room = new Semaphore(connections);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < EVENTS; i++) {
                long id = events.get(i).id();
                OutboundRequest request = requests.get(i);
                room.acquire();
                outcomes.add(threads.submit(() -> {
                    try {
                        return way == Way.SENT
                                ? sender.send(request)
                                : workbench.deliveries()
                                        .deliver(request(workbench, target, id), OptionalLong.of(id)).outcome();
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Future<Outcome> outcome : outcomes) {
            if (!(outcome.get() instanceof Outcome.Answered answer) || answer.status() != 200) {
                throw new IllegalStateException("A request was not answered: " + outcome.get());
            }
        }
        return EVENTS / seconds;
    }

    private static OutboundRequest request(Workbench workbench, TargetUrl target, long id) throws Problem {
        return Replay.of(workbench.events().find(id).orElseThrow(), target).request();
    }
}
