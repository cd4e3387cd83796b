package dev.hookglass.bench;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.workbench.Workbench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.awaitility.Awaitility;

/** The window in a process of its own: does what a person would, and prints how long it took. */
final class WindowUnderTest {
    /** Says that it waits for a line. */
    static final String PAUSE = "pause";

    private static final int SCROLLS = 40;
    /** The field waits so long for the next key before it looks. */
    private static final double TYPING_MILLIS = 150;
    private static final List<String> FILTERS = List.of("type:task_asset_* verdict:invalid", "-verdict:valid",
            "reply:>=400", "size:>10k", "source:CMP type:bounce");

    private final Random random = new Random(1);
    private final TableView<EventRow> table;
    private final TextInputControl filter;

    private WindowUnderTest(Stage stage) {
        @SuppressWarnings("unchecked")
        TableView<EventRow> events = (TableView<EventRow>) stage.getScene().lookup(".events");
        table = events;
        filter = (TextInputControl) stage.getScene().lookup(".filter-field");
    }

    /** Takes the data folder and the port. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime() - ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000;
        Meanwhile starting = new Meanwhile();
        OpenWindow opened = OpenWindow.open(arguments[0], arguments[1]);
        Workbench workbench = opened.workbench();
        WindowUnderTest window = Fx.on(() -> new WindowUnderTest(opened.stage()));
        Heartbeat heart = new Heartbeat();
        await(window::isTopRead);
        print("first page, from the start of the process, ms", millis(start), "1,500");
        print("… processor time of the whole process until then, ms", processorMillis(), "");
        print(starting);
        workbench.events().ledger().awaitComplete();
        long stored = workbench.events().ledger().find(EventFilter.ALL, 0).orElseThrow().size();
        await(() -> window.table.getItems().size() == stored);
        print("all " + stored + " events counted and scrollable, ms", millis(start), "");
        print(heart, "until then");
        window.still();
        print(heart, "while scrolled, sorted and filtered");
        print("resident memory, MB", Machine.residentMegabytes(), "350");
        System.out.println(PAUSE);
        heart.take();
        Meanwhile meanwhile = new Meanwhile();
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        print(heart, "while events arrive");
        print(meanwhile);
        print("events that arrived", (double) (window.table.getItems().size() - stored), "");
        print("resident memory after that, MB", Machine.residentMegabytes(), "350");
        System.out.println(PAUSE);
        Runtime.getRuntime().halt(0);
    }

    private void still() throws Exception {
        List<Double> scrolls = new ArrayList<>();
        for (int i = 0; i < SCROLLS; i++) {
            int row = random.nextInt(table.getItems().size());
            scrolls.add(time(() -> table.scrollTo(row), () -> isRead(row)));
        }
        scrolls.sort(null);
        print("scroll to a random row, median, ms", scrolls.get(SCROLLS / 2), "100");
        print("scroll to a random row, slowest, ms", scrolls.getLast(), "");
        for (String id : List.of("size", "type", "time")) {
            print("sort by " + id + ", ms", change(() -> sort(id)), "200");
        }
        for (String words : FILTERS) {
            print("filter " + words + ", ms", change(() -> filter.setText(words)) - TYPING_MILLIS, "200");
        }
        change(() -> filter.setText(""));
    }

    private void sort(String id) {
        TableColumn<EventRow, ?> column = table.getColumns().stream().filter(each -> id.equals(each.getId()))
                .findFirst().orElseThrow();
        column.setSortType("time".equals(id) ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    /** How long until the table shows other rows. */
    private double change(Runnable action) throws Exception {
        AtomicBoolean hasChanged = new AtomicBoolean();
        ListChangeListener<EventRow> listener = _ -> hasChanged.set(true);
        Fx.on(() -> {
            table.getItems().addListener(listener);
            return true;
        });
        double millis = time(action, () -> hasChanged.get() && isTopRead());
        Fx.on(() -> {
            table.getItems().removeListener(listener);
            return true;
        });
        return millis;
    }

    private static double time(Runnable action, BooleanSupplier isDone) throws Exception {
        long start = System.nanoTime();
        Platform.runLater(action);
        await(isDone);
        return millis(start);
    }

    private boolean isTopRead() {
        return table.getItems().isEmpty() ? !filter.getText().isEmpty() : isRead(0);
    }

    private boolean isRead(int row) {
        return table.getItems().get(row).event() != null;
    }

    static void await(BooleanSupplier isFulfilled) {
        Awaitility.waitAtMost(1, TimeUnit.MINUTES).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(() -> Fx.on(isFulfilled::getAsBoolean));
    }

    static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static void print(Meanwhile meanwhile) throws IOException {
        meanwhile.figures().forEach(figure -> System.out.println("… " + figure[0] + "\t" + figure[1] + "\t"));
    }

    static void print(Heartbeat heart, String when) {
        Heartbeat.Blocks blocks = heart.take();
        print("FX thread blocked at most " + when + ", ms", blocks.longest() / 1e6, "50");
        print("… of which it worked itself, ms", blocks.worked() / 1e6, "");
        print("… of which it waited for a processor, ms", blocks.queued() / 1e6, "");
        print("FX thread worked at most without an end, ms", blocks.busiest() / 1e6, "");
        print("FX thread worked altogether, ms", blocks.total() / 1e6, "");
        heart.slowTasks().forEach(task -> System.out.println("Slow " + when + ": " + task));
    }

    static void print(String what, double figure, String reach) {
        System.out.println(what + "\t" + Table.number(figure) + "\t" + (reach.isEmpty() ? "" : "≤ " + reach));
    }
}
