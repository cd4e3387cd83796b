package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.ItemList;
import dev.hookglass.payload.JsonTree;
import dev.hookglass.payload.Outline;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.code.PayloadTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The events or objects that one body lists: a table with columns of their fields, and the selected one by itself. */
final class ItemsTab {
    private static final int FIRST_COLUMNS = 4;
    private static final double NUMBER_WIDTH = 48;
    private static final double WIDTH = 130;

    private final Choices choices;
    private final Latest reading;
    private final Label about = new Label();
    private final MenuButton columns = new MenuButton(text("items.columns"));
    private final TableView<Integer> table = new TableView<>();
    private final DocumentLayers layers;
    private final PayloadTree item;
    private final BodyNotes notes = new BodyNotes(_ -> {});
    private final SplitPane split;
    private final VBox root;
    private final Consumer<String> onGoTo;
    private @Nullable ItemList items;
    private String choice = "";

    /** @param onGoTo given the pointer of an item that a person wants to see in the body */
    ItemsTab(Background background, Choices choices, Consumer<String> onGoTo) {
        this.choices = choices;
        this.onGoTo = onGoTo;
        reading = new Latest(background);
        layers = new DocumentLayers(background, notes::add);
        item = layers.tree();
        layers.show(item);
        VBox.setVgrow(layers, Priority.ALWAYS);
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        columns.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(8, about, space, columns,
                new ActionButton(text("items.inBody"), this::goToSelected).flat());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("tab-bar");
        table.setAccessibleText(text("items.table"));
        table.getStyleClass().add("items");
        table.getSelectionModel().selectedItemProperty().subscribe(this::showItem);
        split = new SplitPane(table, new VBox(notes, layers));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(bar, split);
    }

    Parent root() {
        return root;
    }

    void find() {
        if (!layers.find()) {
            item.find();
        }
    }

    /**
     * Shows a list.
     *
     * @param types where an item names its type, each to be tried in turn
     * @param kind what the chosen columns are remembered for
     */
    void show(ItemList shown, List<String> types, String kind) {
        items = shown;
        choice = "items." + kind;
        about.setText(count("items.count", shown.nodes().size()));
        Optional<String> type = types.stream().filter(shown.fields()::contains).findFirst();
        List<String> fields = shown.fields().stream().filter(field -> !type.equals(Optional.of(field))).toList();
        List<String> chosen = choices.get(choice).map(text -> List.of(text.split("\n")))
                .orElseGet(() -> fields.subList(0, Math.min(FIRST_COLUMNS, fields.size())));
        List<TableColumn<Integer, ?>> all = new ArrayList<>();
        TableColumn<Integer, String> number = column("#", node -> Integer.toString(shown.number(node)), NUMBER_WIDTH);
        number.getStyleClass().add("number");
        all.add(number);
        type.ifPresent(pointer -> all.add(column(text("items.type"), node -> shown.text(node, pointer), WIDTH)));
        columns.getItems().clear();
        for (String field : fields) {
            TableColumn<Integer, String> column = column(title(field), node -> shown.text(node, field), WIDTH);
            column.setVisible(chosen.contains(field));
            all.add(column);
            CheckMenuItem choose = new CheckMenuItem(title(field));
            choose.setMnemonicParsing(false);
            choose.selectedProperty().bindBidirectional(column.visibleProperty());
            choose.setOnAction(_ -> remember(fields));
            columns.getItems().add(choose);
        }
        table.getColumns().setAll(all);
        table.setItems(FXCollections.observableList(shown.nodes()));
        table.getSelectionModel().clearAndSelect(0);
        table.scrollTo(0);
        showItem(table.getSelectionModel().getSelectedItem());
    }

    /** Nothing is to be shown any more: what has no place in a window cannot be styled. */
    void leave() {
        reading.drop();
    }

    private static String title(String pointer) {
        return pointer.substring(1).replace("/", ".").replace("~1", "/").replace("~0", "~");
    }

    private void remember(List<String> fields) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (columns.getItems().get(i) instanceof CheckMenuItem item && item.isSelected()) {
                chosen.add(fields.get(i));
            }
        }
        choices.put(choice, String.join("\n", chosen));
    }

    private static TableColumn<Integer, String> column(String title, IntFunction<String> content, double width) {
        TableColumn<Integer, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(content.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private void showItem(@Nullable Integer node) {
        ItemList shown = items;
        if (node == null || shown == null) {
            return;
        }
        String json = shown.tree().source(node);
        reading.ask(() -> JsonTree.read(json), found -> {
            if (found instanceof Outline outline) {
                notes.clear();
                layers.show(item);
                item.show(outline, TextLines.of(json));
            }
        }, _ -> {});
    }

    private void goToSelected() {
        Integer node = table.getSelectionModel().getSelectedItem();
        if (node != null && items != null) {
            onGoTo.accept(items.tree().pointer(node));
        }
    }
}
