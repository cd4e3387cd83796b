package dev.hookglass.bench;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.ui.shell.Shell;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.awaitility.Awaitility;

/**
 * The window, on JavaFX's headless platform, while all events of a source are judged again because its secret was changed; a
 * person scrolls and filters meanwhile. {@code -Drejudge.events} changes how many there are.
 */
final class RejudgeBenchmark implements Benchmark {
    private static final int EVENTS = Integer.getInteger("rejudge.events", 100_000);
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final double NANOS = 1e6;

    private final Random random = new Random(1);

    @Override
    public String about() {
        return "the window while " + EVENTS
                + " events are judged again after a secret was changed, every other one valid";
    }

    @Override
    public void run(Workplace workplace) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Table table = new Table("what", "measured", "to reach");
        try (Workbench workbench = Workbench.open(workplace.resolve("data"))) {
            Source source = workbench.sources().find("CMP").orElseThrow();
            Million.append(workbench.events(), EVENTS, number -> capture(source, number));
            measure(table, workbench, source);
        } finally {
            Platform.exit();
        }
        table.print();
    }

    private void measure(Table table, Workbench workbench, Source source) throws Exception {
        Stage[] stages = new Stage[1];
        Platform.startup(() -> {
            stages[0] = new Stage();
            new Shell(stages[0], workbench, OptionalInt.of(freePort()), _ -> {}).show();
        });
        await(() -> stages[0] != null && stages[0].isShowing());
        @SuppressWarnings("unchecked")
        TableView<EventRow> events = Fx.on(() -> (TableView<EventRow>) stages[0].getScene().lookup(".events"));
        TextInputControl filter = Fx.on(() -> (TextInputControl) stages[0].getScene().lookup(".filter-field"));
        Node line = Fx.on(() -> stages[0].getScene().lookup(".rejudging-line"));
        workbench.events().ledger().awaitComplete();
        await(() -> events.getItems().size() == EVENTS && isRead(events, 0));
        Heartbeat heart = new Heartbeat();
        Meanwhile meanwhile = new Meanwhile();
        long start = System.nanoTime();
        workbench.sources().replace(source.withSecrets(List.of(new Secret("new", "right"))));
        await(line::isVisible);
        table.add("progress is shown after, ms", Table.number((System.nanoTime() - start) / NANOS), "");
        double slowest = 0;
        int scrolls = 0;
        while (workbench.rejudging().progress().isPresent()) {
            int row = random.nextInt(EVENTS);
            long asked = System.nanoTime();
            Platform.runLater(() -> events.scrollTo(row));
            await(() -> isRead(events, row));
            slowest = Math.max(slowest, (System.nanoTime() - asked) / NANOS);
            scrolls++;
        }
        table.add("all judged after, ms", Table.number((System.nanoTime() - start) / NANOS), "");
        await(() -> !line.isVisible());
        table.add("rows scrolled to meanwhile, random ones", "" + scrolls, "");
        table.add("… and read after at most, ms", Table.number(slowest), "≤ 100");
        Heartbeat.Blocks blocks = heart.take();
        table.add("FX thread blocked at most, ms", Table.number(blocks.longest() / NANOS), "≤ 50");
        table.add("… of which it worked itself, ms", Table.number(blocks.worked() / NANOS), "");
        table.add("… of which it waited for a processor, ms", Table.number(blocks.queued() / NANOS), "");
        table.add("FX thread worked at most without an end, ms", Table.number(blocks.busiest() / NANOS), "");
        table.add("FX thread worked altogether, ms", Table.number(blocks.total() / NANOS), "");
        meanwhile.figures().forEach(figure -> table.add(figure[0], figure[1], ""));
        Platform.runLater(() -> filter.setText("verdict:valid"));
        await(() -> events.getItems().size() == EVENTS / 2 && isRead(events, 0));
        long valid = workbench.events().tallies().stream().filter(tally -> tally.outcome() == Outcome.VALID)
                .mapToLong(tally -> tally.events()).sum();
        table.add("valid events: in the table, in the store", events.getItems().size() + ", " + valid,
                EVENTS / 2 + ", " + EVENTS / 2);
    }

    private static int freePort() {
        try {
            return Workplace.freePort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Capture capture(Source source, int number) {
        RequestHead head = new RequestHead("POST", source.path(), "HTTP/1.1",
                List.of(new Header("Callback-Secret", number % 2 == 0 ? "right" : "wrong")));
        return new Capture(START.plusMillis(number), source.id(), source.provider(), "127.0.0.1:5", "task_added", 1,
                "key " + number, new Verdict(Outcome.UNCHECKED, "No secret was set."), 200, head.toBytes(),
                Bytes.ofUtf8("{\"event_name\":\"task_added\",\"data\":{\"task\":{\"id\":\"" + number + "\"}}}"));
    }

    private static boolean isRead(TableView<EventRow> events, int row) {
        return events.getItems().get(row).event() != null;
    }

    private static void await(BooleanSupplier isFulfilled) {
        Awaitility.waitAtMost(2, TimeUnit.MINUTES).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(() -> Fx.on(isFulfilled::getAsBoolean));
    }
}
