package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.ui.EventTable;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one's way among many events: the timeline, columns, sorting, what is new, and statistics. */
class TableUiTest extends UiTest {
    private static final int EVENTS = 3_000;

    @TempDir
    Path folder;

    private final Instant first = Instant.now().minus(Duration.ofHours(3));
    private Workbench workbench;

    @BeforeEach
    void openWindow() throws Exception {
        workbench = Workbench.open(folder);
        store(0, EVENTS);
        openShell();
    }

    private void openShell() {
        onFx(() -> {
            new Shell(stage(), workbench, OptionalInt.of(0), _ -> {}).show();
            return true;
        });
        await(() -> workbench.url().isPresent() && table().getItems().size() == EVENTS
                && !EventTable.events(this).isEmpty());
    }

    @AfterEach
    void closeWindow() throws Problem {
        closeShell();
        workbench.close();
    }

    private void closeShell() {
        onFx(() -> {
            stage().hide();
            return true;
        });
    }

    /** Events a second apart: every tenth is invalid, the size rises with the number. */
    private void store(int from, int to) throws Exception {
        CountDownLatch stored = new CountDownLatch(to - from);
        for (int number = from; number < to; number++) {
            RequestHead head = new RequestHead("POST", "/optimizely/cmp", "HTTP/1.1",
                    List.of(new Header("Host", "localhost"), new Header("X-Number", "no " + number)));
            Bytes body = Bytes.ofUtf8("{\"data\":{\"task\":{\"id\":\"T" + number + "\"}},\"pad\":\""
                    + "x".repeat(number % 500) + "\"}");
            workbench.events().append(new Capture(first.plusSeconds(number), 1, "optimizely-cmp", "127.0.0.1:5",
                    "task_" + number % 3, 1, "key" + number,
                    new Verdict(number % 10 == 0 ? Outcome.INVALID : Outcome.VALID, "Because."), 200,
                    head.toBytes(), body), new AppendCallback() {
                        @Override
                        public void stored(EventSummary event) {
                            stored.countDown();
                        }

                        @Override
                        public void failed(Problem problem) {
                            throw new AssertionError(problem);
                        }
                    });
        }
        stored.await();
    }

    private TableView<EventRow> table() {
        return EventTable.view(this);
    }

    private TextInputControl filter() {
        return lookup(".filter-field").query();
    }

    private boolean isShown(String words) {
        return lookup(".label").queryAllAs(Label.class).stream().anyMatch(label -> words.equals(label.getText()));
    }

    @Test
    void markingARangeOfTheTimelineFiltersByIt_andEscapeShowsAllAgain() {
        Node timeline = lookup(".timeline").query();
        onFx(() -> {
            timeline.requestFocus();
            return true;
        });
        await(() -> timeline.getAccessibleText().contains("3,000 events"));
        press(KeyCode.HOME).release(KeyCode.HOME);
        press(KeyCode.SHIFT).press(KeyCode.RIGHT).release(KeyCode.RIGHT).release(KeyCode.SHIFT);
        await(() -> timeline.getAccessibleText().contains("invalid"));
        Screenshots.save(stage().getScene().getRoot(), "timeline");
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        await(() -> filter().getText().matches("after:\\S+ before:\\S+"));
        await(() -> table().getItems().size() < EVENTS && !table().getItems().isEmpty());
        assertEquals(1, table().getItems().getLast().id());

        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> filter().getText().isEmpty() && table().getItems().size() == EVENTS);
    }

    @Test
    void draggingOverTheTimelineFiltersByWhatWasMarked_andADoubleClickShowsAllAgain() {
        Node timeline = lookup(".timeline").query();
        await(() -> timeline.getAccessibleText().contains("3,000 events"));
        Bounds place = onFx(() -> timeline.localToScreen(timeline.getLayoutBounds()));
        double y = place.getCenterY();
        drag(place.getMinX() + place.getWidth() / 3, y, MouseButton.PRIMARY)
                .dropTo(place.getMinX() + place.getWidth() * 2 / 3, y);
        await(() -> filter().getText().matches("after:\\S+ before:\\S+"));
        await(() -> !table().getItems().isEmpty() && table().getItems().size() < EVENTS / 2);
        assertTrue(table().getItems().getLast().id() > EVENTS / 5);

        // Not by the robot: on a busy machine its two clicks may come too far apart.
        onFx(() -> {
            timeline.fireEvent(new MouseEvent(MouseEvent.MOUSE_RELEASED, place.getWidth() / 2, 1, place.getCenterX(), y,
                    MouseButton.PRIMARY, 2, false, false, false, false, false, false, false, true, false, true, null));
            return true;
        });
        await(() -> filter().getText().isEmpty() && table().getItems().size() == EVENTS);
    }

    @Test
    void anyOfManyRowsIsReadWhenItIsScrolledTo() {
        onFx(() -> {
            table().scrollTo(EVENTS / 2);
            return true;
        });
        await(() -> table().getItems().get(EVENTS / 2).event() != null);
        assertEquals(EVENTS / 2, onFx(() -> table().getItems().get(EVENTS / 2).id()));
        assertTrue(onFx(() -> table().getItems().stream().filter(row -> row.event() != null).count()) < 1_000,
                "only rows in sight are in memory");
    }

    @Test
    void sortingStandsTheLargestAtTheTop() {
        onFx(() -> {
            TableColumn<EventRow, ?> size = column("size");
            size.setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(size));
            return true;
        });
        // The newest of the largest.
        await(() -> table().getItems().getFirst().id() == EVENTS);
        await(() -> table().getItems().getFirst().event() != null);
        assertFalse(
                onFx(() -> column("time").getSortType() == null || table().getSortOrder().contains(column("time"))));
    }

    private TableColumn<EventRow, ?> column(String id) {
        return table().getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    @Test
    void aColumnOfOnesOwnShowsValuesFromTheBodyOrAHeader_andIsThereAfterARestart() {
        addColumn("Task", "/data/task/id");
        await(() -> isCellShown("T2999"));
        addColumn("Number", "header:X-Number");
        onFx(() -> {
            column("type").setPrefWidth(150);
            table().getColumns().add(0, table().getColumns().removeLast());
            return true;
        });
        await(() -> isCellShown("no 2999"));
        Screenshots.save(stage().getScene().getRoot(), "columns");

        closeShell();
        openShell();

        await(() -> isCellShown("no 2999"));
        assertEquals("Number", onFx(() -> table().getColumns().getFirst().getText()));
    }

    private boolean isCellShown(String words) {
        return lookup(".table-cell").queryAll().stream()
                .anyMatch(cell -> cell instanceof TableCell<?, ?> shown
                        && words.equals(shown.getText()));
    }

    private void addColumn(String name, String place) {
        onFx(() -> {
            column("type").getContextMenu().getItems().stream()
                    .filter(item -> "Add a column…".equals(item.getText())).findFirst().orElseThrow().fire();
            return true;
        });
        onFx(() -> {
            List<TextInputControl> fields = lookup(".column-form .text-field").queryAllAs(TextInputControl.class)
                    .stream().toList();
            fields.getFirst().setText(name);
            fields.getLast().setText(place);
            return true;
        });
        clickOn("Add column");
        await(() -> table().getColumns().stream().anyMatch(column -> name.equals(column.getText())));
    }

    @Test
    void whatIsNewIsMarkedUntilItIsLookedAt_andThePillKeepsWhatIsSelected() throws Exception {
        onFx(() -> {
            table().getSelectionModel().select(3);
            return true;
        });
        long selected = onFx(() -> table().getSelectionModel().getSelectedItem().id());
        store(EVENTS, EVENTS + 2);
        await(() -> lookup(".pill").query().isVisible());
        clickOn(".pill");
        await(() -> table().getItems().size() == EVENTS + 2);
        assertEquals(selected, onFx(() -> table().getSelectionModel().getSelectedItem().id()));
        await(() -> unread() == 2);

        onFx(() -> {
            table().getSelectionModel().clearAndSelect(0);
            return true;
        });
        await(() -> unread() == 1);
    }

    private long unread() {
        return lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.isVisible()
                        && row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("unread")))
                .count();
    }

    @Test
    void statisticsTellTheFiguresOfWhatIsFound() {
        press(KeyCode.CONTROL).press(KeyCode.DIGIT4).release(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        await(() -> lookup(".statistics").tryQuery().isPresent() && isShown("2,700") && isShown("300"));
        onFx(() -> {
            filter().setText("verdict:invalid type:task_0");
            return true;
        });
        await(() -> isShown("100") && isShown("100 %"));
        Screenshots.save(stage().getScene().getRoot(), "statistics");
    }
}
