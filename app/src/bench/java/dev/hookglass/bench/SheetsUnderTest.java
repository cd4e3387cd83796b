package dev.hookglass.bench;

import static dev.hookglass.bench.WindowUnderTest.await;
import static dev.hookglass.bench.WindowUnderTest.millis;
import static dev.hookglass.bench.WindowUnderTest.print;

import dev.hookglass.ui.code.PayloadEditor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window in a process of its own: opens its sheets as a person would, and prints for how long it did nothing else. */
final class SheetsUnderTest {
    private static final long ENOUGH_REPLAYED = 20_000;
    private static final Pattern SENT = Pattern.compile("([\\d,]+) of [\\d,]+ sent");

    private final Stage stage;
    private final Heartbeat heart;

    private SheetsUnderTest(Stage stage, Heartbeat heart) {
        this.stage = stage;
        this.heart = heart;
    }

    /** Takes the data folder, the port and the URL to replay to. */
    public static void main(String[] arguments) throws Exception {
        OpenWindow opened = OpenWindow.open(arguments[0], arguments[1]);
        opened.workbench().events().ledger().awaitComplete();
        Heartbeat heart = new Heartbeat();
        // As a person finds it who has looked around.
        ReplayBenchmark.awaitIndex(opened.workbench());
        heart.awaitCalm();
        SheetsUnderTest sheets = new SheetsUnderTest(opened.stage(), heart);
        sheets.compose("Compose is opened first");
        sheets.compose("Compose is opened again");
        sheets.replay(arguments[2]);
        Runtime.getRuntime().halt(0);
    }

    private void compose(String when) throws Exception {
        heart.take();
        long start = System.nanoTime();
        Platform.runLater(() -> button("Compose").fire());
        await(() -> stage.getScene().lookup(".compose .payload-editor") instanceof PayloadEditor editor
                && !editor.text().isEmpty());
        print("until a sample is there when " + when + ", ms", millis(start), "");
        heart.awaitCalm();
        print(heart, "when " + when);
    }

    private void replay(String target) throws Exception {
        Platform.runLater(this::openMenu);
        await(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        heart.take();
        Platform.runLater(() -> {
            ContextMenu menu = (ContextMenu) Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .findFirst().orElseThrow();
            menu.getItems().stream().filter(item -> String.valueOf(item.getText()).startsWith("Replay all"))
                    .findFirst().map(MenuItem.class::cast).orElseThrow().fire();
            menu.hide();
        });
        await(() -> stage.getScene().lookup(".replay") != null && !button("Send").isDisabled());
        print(heart, "until a replay of all can be begun");
        Fx.on(() -> {
            ((ComboBox<?>) stage.getScene().lookup(".replay .target-field")).getEditor().setText(target);
            button("Send").fire();
            return true;
        });
        long start = System.nanoTime();
        await(() -> replayed() >= ENOUGH_REPLAYED);
        print(heart, "while all are replayed");
        print("resident memory then, MB", Machine.residentMegabytes(), "350");
        System.out.println(Fx.on(this::words) + " after ms " + Table.number(millis(start)));
        long cancelled = System.nanoTime();
        Platform.runLater(() -> button("Cancel").fire());
        await(() -> words().contains("took"));
        print("until a cancelled replay has ended, ms", millis(cancelled), "1,000");
        print(heart, "meanwhile");
    }

    private long replayed() {
        Matcher sent = SENT.matcher(words());
        return sent.find() ? Long.parseLong(sent.group(1).replace(",", "")) : 0;
    }

    private void openMenu() {
        Node table = stage.getScene().lookup(".events");
        Event.fireEvent(table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 40, 90, 400, 300, false,
                null));
    }

    private String words() {
        return String.join(" ", stage.getScene().getRoot().lookupAll(".run-bar .label").stream()
                .filter(Label.class::isInstance).map(label -> ((Label) label).getText()).toList());
    }

    private Button button(String text) {
        return stage.getScene().getRoot().lookupAll(".button").stream().filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()) && button.isVisible() && isOpen(button))
                .findFirst().orElseThrow(() -> new IllegalStateException("There is no button " + text));
    }

    /** Not in a sheet that is closed. */
    private static boolean isOpen(Node node) {
        return node.getParent() == null || node.getParent().isVisible() && isOpen(node.getParent());
    }
}
