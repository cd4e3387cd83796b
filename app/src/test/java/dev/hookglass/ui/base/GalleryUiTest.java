package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.code.PayloadEditor;
import dev.hookglass.ui.code.PayloadView;
import dev.hookglass.ui.code.Syntax;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All base parts on one sheet, light and dark, for a person to look at; and what can be asserted of them. */
class GalleryUiTest extends UiTest {
    private static final String JSON = """
            {
              "event_name": "task_asset_added",
              "data": {
                "task": {"id": "870825113a12950a7eeeb64a64236dff", "links": null},
                "version": 3.10,
                "archived": false
              }
            }""";

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void gallery(Theme.Mode mode) {
        show(this::sheet, mode);
        Screenshots.save(stage().getScene().getRoot(), "gallery-" + mode.name().toLowerCase(Locale.ROOT));
        assertEquals(Outcome.values().length, lookup(".verdict").match((Node node) -> node.getParent() instanceof VBox)
                .queryAll().size());
    }

    @Test
    void verdictLabelIsReusedWithoutLeftovers() {
        show(() -> new VBox(new VerdictLabel(Outcome.VALID)));
        VerdictLabel label = lookup(".verdict").queryAs(VerdictLabel.class);
        onFx(() -> {
            label.show(Outcome.INVALID);
            return true;
        });
        assertEquals("invalid", label.getText());
        assertTrue(label.getStyleClass().contains("verdict-invalid"));
        assertEquals(1, label.getStyleClass().stream().filter(name -> name.startsWith("verdict-")).count());
    }

    @Test
    void copyButtonCopiesAndConfirms() {
        show(() -> new VBox(new CopyButton("Copy URL", () -> "http://127.0.0.1:8787")));
        clickOn(".copy-button");
        assertEquals("http://127.0.0.1:8787", onFx(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("Copied", lookup(".copy-button").queryAs(CopyButton.class).getAccessibleText());
        await(() -> "Copy URL".equals(lookup(".copy-button").queryAs(CopyButton.class).getAccessibleText()));
    }

    private Parent sheet() {
        VBox left = new VBox(10, topBar(), banners(), verdicts(), table());
        VBox.setVgrow(left.getChildren().getLast(), Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(8, head(), tabs(), payload(), editor(), empty(), actions());
        right.setMinWidth(380);
        right.setMaxWidth(380);
        HBox middle = new HBox(side(), left, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox root = new VBox(middle, status());
        root.setStyle("-fx-background-color: -color-bg-default");
        return root;
    }

    private static Node topBar() {
        Label url = new Label("http://127.0.0.1:8787");
        url.getStyleClass().add("mono");
        Region dot = new Region();
        dot.getStyleClass().add("listening-dot");
        ActionButton compose = new ActionButton("Compose", Icon.COMPOSE, () -> {}).accented();
        HBox bar = new HBox(dot, new Label("Listening"), url, new CopyButton("Copy URL", url::getText),
                new IconButton(Icon.PAUSE, "Pause", () -> {}), compose);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Node side() {
        VBox side = new VBox(2, new Label("SOURCES"), row(Icon.ALL, "All", "1,204"), row(Icon.SOURCE, "CMP", "800"),
                row(Icon.ADD, "Add source", ""));
        side.getChildren().getFirst().getStyleClass().add("section");
        side.getChildren().get(1).pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), true);
        side.getStyleClass().add("side-bar");
        side.setMinWidth(150);
        return side;
    }

    private static Node row(Icon icon, String name, String count) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label number = new Label(count);
        number.getStyleClass().add("count");
        HBox row = new HBox(icon.node(), new Label(name), gap, number);
        row.getStyleClass().add("side-row");
        return row;
    }

    private static Node banners() {
        VBox banners = new VBox(6,
                new Banner(Banner.Kind.DANGER, "Callback-Secret matches neither secret of this source")
                        .withDetail("Without its trailing space, “production” would match.")
                        .withButton("Explain", () -> {}),
                new Banner(Banner.Kind.WARNING, "Port 8787 is in use.").withButton("Use another port", () -> {})
                        .withClose(() -> {}),
                new Banner(Banner.Kind.SUCCESS, "Callback-Secret matches “production”."),
                new Banner(Banner.Kind.INFO, "Receiving is paused.").withClose(() -> {}));
        banners.setPadding(new Insets(0, 10, 0, 10));
        return banners;
    }

    private static Node verdicts() {
        VBox verdicts = new VBox(3);
        Arrays.stream(Outcome.values()).map(VerdictLabel::new).forEach(verdicts.getChildren()::add);
        VBox others = new VBox(6, label("title", "A title"), label("secondary", "secondary"),
                label("mono", "12:02:41.202"),
                new HBox(6, label("chip", "CMP"), chip("danger", "3"), chip("accent", "new")), new TextField("field"));
        HBox statuses = new HBox(10, label("status-2xx", "200"), label("status-3xx", "302"), label("status-4xx", "404"),
                label("status-5xx", "503"));
        HBox row = new HBox(24, verdicts, new VBox(8, others, statuses));
        row.setPadding(new Insets(0, 10, 0, 10));
        return row;
    }

    private static Label label(String styleClass, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Label chip(String kind, String text) {
        Label chip = label("chip", text);
        chip.getStyleClass().add(kind);
        return chip;
    }

    private static Node table() {
        TableView<Outcome> table = new TableView<>();
        table.getColumns().add(column("Time", "time", _ -> "12:02:41.202", 110));
        table.getColumns().add(column("Type", "type", _ -> "task_asset_added", 150));
        TableColumn<Outcome, Outcome> verdict = new TableColumn<>("Verdict");
        verdict.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        verdict.setCellFactory(_ -> new VerdictCell());
        table.getColumns().add(verdict);
        table.getColumns().add(column("Size", "number", outcome -> outcome.word().length() * 411 + " B", 70));
        table.getItems().addAll(Outcome.values());
        table.getSelectionModel().select(1);
        return table;
    }

    private static TableColumn<Outcome, String> column(String title, String styleClass,
            Function<Outcome, String> text, double width) {
        TableColumn<Outcome, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.getStyleClass().add(styleClass);
        column.setPrefWidth(width);
        return column;
    }

    private static final class VerdictCell extends TableCell<Outcome, Outcome> {
        private final VerdictLabel label = new VerdictLabel();

        @Override
        protected void updateItem(Outcome item, boolean empty) {
            super.updateItem(item, empty);
            if (!empty) {
                label.show(item);
            }
            setGraphic(empty ? null : label);
        }
    }

    private static Node head() {
        HBox head = new HBox(label("title", "task_asset_added"), label("chip", "CMP"),
                new IconButton(Icon.PIN, "Pin", () -> {}),
                new IconButton(Icon.MORE, "More", () -> {}));
        head.getStyleClass().add("detail-head");
        return head;
    }

    private static Node tabs() {
        TabPane tabs = new TabPane();
        for (String name : List.of("Body", "Headers 11", "Signature", "Schema")) {
            tabs.getTabs().add(new Tab(name));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(36);
        tabs.setMaxHeight(36);
        return tabs;
    }

    private Node payload() {
        PayloadView view = new PayloadView(background);
        view.show(TextLines.of(JSON), Syntax.JSON);
        view.setMinHeight(160);
        return view;
    }

    private static Node editor() {
        PayloadEditor editor = new PayloadEditor();
        editor.show("{\n  \"edited\": true\n}", Syntax.JSON);
        editor.setMinHeight(70);
        VBox.setMargin(editor, new Insets(0, 12, 0, 12));
        return editor;
    }

    private static Node empty() {
        return new EmptyState(Icon.INBOX, "Nothing received yet",
                "Send a webhook to the address above, or try it with:")
                .withCode("curl -d '{\"type\":\"hello\"}' http://127.0.0.1:8787/inbox")
                .withButton("Send a sample", () -> {});
    }

    private static Node actions() {
        HBox actions = new HBox(new ActionButton("Replay", Icon.REPLAY, () -> {}).accented(),
                new ActionButton("Edit & send", () -> {}), new TextField("localhost:3000"));
        actions.getStyleClass().add("action-bar");
        return actions;
    }

    private static Node status() {
        Label rejected = label("attention", "rejected 2");
        HBox status = new HBox(new Label("received 1,216"), new Label("stored 1,216"), rejected);
        status.getStyleClass().add("status-bar");
        return status;
    }
}
