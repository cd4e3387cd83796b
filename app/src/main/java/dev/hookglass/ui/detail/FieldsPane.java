package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.payload.FormField;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.code.NestedJson;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The fields of a form, decoded, in the order sent; those of one name one by one. */
final class FieldsPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double NAME_WIDTH = 150;
    private static final double VALUE_WIDTH = 420;

    private final TableView<FormField> table = new TableView<>();
    private final Consumer<FormField> onNested;

    /** @param onNested given a field whose value a person wants to see as JSON */
    FieldsPane(Consumer<FormField> onNested) {
        this.onNested = onNested;
        TableColumn<FormField, String> name = column("name", FormField::name, NAME_WIDTH);
        TableColumn<FormField, String> value = column("value", FormField::value, VALUE_WIDTH);
        value.setCellFactory(_ -> new ValueCell());
        table.getColumns().setAll(List.of(name, value));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("fields");
        table.setAccessibleText(text("fields.table"));
        MenuItem copyValue = item("copyValue", field -> CopyButton.copy(field.value()));
        copyValue.setAccelerator(COPY);
        MenuItem nested = item("nested", onNested);
        ContextMenu menu = new ContextMenu(copyValue, item("copyName", field -> CopyButton.copy(field.name())),
                item("copySource", field -> CopyButton.copy(field.source())), nested);
        menu.setOnShowing(_ -> nested.setVisible(isNested()));
        table.setContextMenu(menu);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    Parent root() {
        return table;
    }

    void show(List<FormField> fields) {
        table.getItems().setAll(fields);
        table.getSelectionModel().select(0);
    }

    private void onKey(KeyEvent key) {
        FormField field = table.getSelectionModel().getSelectedItem();
        if (field != null && COPY.match(key)) {
            CopyButton.copy(field.value());
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && isNested()) {
            onNested.accept(field);
            key.consume();
        }
    }

    private boolean isNested() {
        FormField field = table.getSelectionModel().getSelectedItem();
        return field != null && NestedJson.isLikely(field.value());
    }

    private MenuItem item(String key, Consumer<FormField> action) {
        MenuItem item = new MenuItem(text("fields." + key));
        item.setOnAction(_ -> {
            FormField field = table.getSelectionModel().getSelectedItem();
            if (field != null) {
                action.accept(field);
            }
        });
        return item;
    }

    private static TableColumn<FormField, String> column(String key, Function<FormField, String> content,
            double width) {
        TableColumn<FormField, String> column = new TableColumn<>(text("fields." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(content.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** A value, with a link where it is a document of its own. */
    private final class ValueCell extends TableCell<FormField, String> {
        private static final int MOST_SHOWN = 500;
        private final Hyperlink link = new Hyperlink(text("fields.asJson"));

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            if (value == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…");
            FormField field = getTableRow() == null ? null : getTableRow().getItem();
            setGraphic(field != null && NestedJson.isLikely(value) ? link : null);
            link.setOnAction(_ -> {
                if (field != null) {
                    onNested.accept(field);
                }
            });
        }
    }
}
