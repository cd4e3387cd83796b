package dev.hookglass.ui.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.ui.UiTest;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that shows very many rows scrolls, and is used by keys, as any other does. */
class RowSkinUiTest extends UiTest {
    private static final double ROW_HEIGHT = 30;
    private static final int MANY = 100_000;

    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private TableView<Integer> table;
    /** With the skin that JavaFX gives it. */
    private TableView<Integer> usual;

    @BeforeEach
    void open() {
        rows.setAll(numbers(0, MANY));
        table = onFx(() -> table(rows));
        usual = onFx(() -> table(rows));
        show(() -> {
            table.setSkin(new RowSkin<>(table));
            return new HBox(table, usual);
        });
        inSight(table);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static TableView<Integer> table(ObservableList<Integer> rows) {
        TableColumn<Integer, Integer> number = new TableColumn<>("Number");
        number.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        TableView<Integer> made = new TableView<>(rows);
        made.getColumns().add(number);
        made.setFixedCellSize(ROW_HEIGHT);
        made.setPrefSize(300, 500);
        made.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        return made;
    }

    /** The numbers that are seen from the top, each in its place; what was done is laid out for it. */
    private static List<Integer> inSight(TableView<Integer> shown) {
        return onFx(() -> {
            shown.getScene().getRoot().applyCss();
            shown.getScene().getRoot().layout();
            Node clip = shown.lookup(".clipped-container");
            double height = clip.getLayoutBounds().getHeight();
            List<TableRow<?>> seen = shown.lookupAll(".table-row-cell").stream()
                    .filter(TableRow.class::isInstance)
                    .<TableRow<?>>map(row -> (TableRow<?>) row)
                    .filter(row -> row.isVisible() && row.getItem() != null)
                    .filter(row -> row.getLayoutY() > -ROW_HEIGHT && row.getLayoutY() < height)
                    .sorted(Comparator.comparingDouble(TableRow::getLayoutY))
                    .toList();
            for (int i = 1; i < seen.size(); i++) {
                assertEquals(seen.getFirst().getLayoutY() + i * ROW_HEIGHT, seen.get(i).getLayoutY(), 1.0);
                assertEquals(seen.getFirst().getIndex() + i, seen.get(i).getIndex());
            }
            return seen.stream().map(row -> shown.getItems().get(row.getIndex())).toList();
        });
    }

    private static void key(TableView<Integer> shown, KeyCode code, boolean shift) {
        onFx(() -> {
            Event.fireEvent(shown, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
            return true;
        });
    }

    private static void wheel(TableView<Integer> shown, double pixels) {
        onFx(() -> {
            Event.fireEvent(shown.lookup(".clipped-container"),
                    new ScrollEvent(ScrollEvent.SCROLL, 9, 99, 9, 99, false, false, false, false, false, false, 0,
                            pixels, 0, pixels, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            return true;
        });
    }

    private static void scrollTo(TableView<Integer> shown, int row) {
        onFx(() -> {
            shown.scrollTo(row);
            return true;
        });
    }

    private ScrollBar bar() {
        return onFx(() -> table.lookupAll(".scroll-bar:vertical").stream()
                .filter(ScrollBar.class::isInstance).map(ScrollBar.class::cast)
                .filter(bar -> !bar.isMouseTransparent())
                .findFirst().orElseThrow());
    }

    @Test
    void anyRowIsScrolledTo_andTheBarTellsWhere() {
        for (int row : new int[]{70_000, 70_149, 70_151, 69_800, 3, 99_000}) {
            scrollTo(table, row);
            assertEquals(row, inSight(table).getFirst());
            assertEquals(row / (double) MANY, bar().getValue(), 0.001);
        }
        scrollTo(table, MANY - 1);
        assertEquals(MANY - 1, inSight(table).getLast());
        assertEquals(1, bar().getValue());
    }

    @Test
    void theBarGoesAnywhere() {
        inSight(table);
        for (double value : new double[]{0.5, 0.501, 0.2, 1, 0}) {
            onFx(() -> {
                bar().setValue(value);
                return true;
            });
            List<Integer> seen = inSight(table);
            assertEquals(value * (MANY - seen.size()), seen.getFirst(), 2);
            assertEquals(value, bar().getValue(), 1e-9);
        }
    }

    @Test
    void theWheelGoesOnAndOn() {
        wheel(table, -45);
        for (int i = 1; i < 100; i++) {
            assertEquals(i * 45 / 30, inSight(table).getFirst());
            wheel(table, -45);
        }
        wheel(table, -30 * 1_000);
        assertEquals(1_150, inSight(table).getFirst());
        wheel(table, 30.0 * 2_000);
        assertEquals(0, inSight(table).getFirst());
    }

    @Test
    void whatIsInSightStaysWhileRowsAreAddedBelow_andTheEndIsShownWhenTheyGetFewer() {
        scrollTo(table, 50_000);
        onFx(() -> rows.addAll(numbers(MANY, MANY + 1_000)));
        assertEquals(50_000, inSight(table).getFirst());
        onFx(() -> rows.setAll(numbers(0, 20_000)));
        assertEquals(19_999, inSight(table).getLast());
        onFx(() -> rows.setAll(numbers(7, 12)));
        assertEquals(numbers(7, 12), inSight(table));
        onFx(() -> rows.setAll(numbers(0, 400)));
        assertEquals(0, inSight(table).getFirst());
    }

    @Test
    void manyKeysAndTurnsOfTheWheelDoWhatTheyDoElsewhere() {
        onFx(() -> rows.setAll(numbers(0, 2_000)));
        Random random = new Random(7);
        StringBuilder done = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            int what = random.nextInt(12);
            int number = random.nextInt(2_000);
            boolean shift = random.nextInt(4) == 0;
            done.append(what).append('/').append(number).append(shift ? "s " : " ");
            both(what, number, shift);
            assertEquals(inSight(usual), inSight(table), () -> "After " + done);
            assertEquals(onFx(() -> List.copyOf(usual.getSelectionModel().getSelectedIndices())),
                    onFx(() -> List.copyOf(table.getSelectionModel().getSelectedIndices())), () -> "After " + done);
        }
    }

    private void both(int what, int number, boolean shift) {
        for (TableView<Integer> each : List.of(usual, table)) {
            switch (what) {
                case 0 -> scrollTo(each, number);
                case 1 -> key(each, KeyCode.END, shift);
                case 2 -> key(each, KeyCode.HOME, shift);
                case 3, 4 -> key(each, KeyCode.PAGE_DOWN, shift);
                case 5 -> key(each, KeyCode.PAGE_UP, shift);
                case 6, 7 -> key(each, KeyCode.DOWN, shift);
                case 8 -> key(each, KeyCode.UP, shift);
                case 9 -> wheel(each, number % 900 - 600);
                case 10 -> wheel(each, number % 100 - 50);
                default -> onFx(() -> {
                    each.getSelectionModel().clearAndSelect(number);
                    return true;
                });
            }
        }
    }
}
