package dev.hookglass.ui.filters;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.settings.SavedFilter;
import dev.hookglass.ui.base.FilterMemory;
import dev.hookglass.ui.base.Icon;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One saved filter: clicked, it is applied; F2 or a double click renames it, Delete removes it. */
final class SavedFilterRow extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final SavedFilter filter;
    private final FilterMemory memory;
    private final Runnable onApply;
    private final Label name = new Label();
    private final TextField field = new TextField();
    private boolean isRenaming;

    SavedFilterRow(SavedFilter filter, FilterMemory memory, Runnable onApply) {
        this.filter = filter;
        this.memory = memory;
        this.onApply = onApply;
        getStyleClass().addAll("side-row", "source-row", "saved-filter");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(filter.name());
        setAccessibleHelp(filter.filter());
        setFocusTraversable(true);
        name.setText(filter.name());
        name.setMinWidth(0);
        field.setAccessibleText(text("filters.name"));
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(Icon.FILTER.node(), name);
        Tooltip.install(this, new Tooltip(filter.filter()));
        setOnMousePressed(this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInName);
        field.focusedProperty().subscribe(isFocused -> {
            if (!isFocused && isRenaming) {
                endRenaming(true);
            }
        });
        addMenu();
    }

    private void addMenu() {
        MenuItem rename = new MenuItem(text("filters.rename"), Icon.EDIT.node());
        rename.setOnAction(_ -> rename());
        MenuItem remove = new MenuItem(text("filters.remove"), Icon.REMOVE.node());
        remove.setOnAction(_ -> memory.remove(filter));
        ContextMenu menu = new ContextMenu(rename, remove);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    SavedFilter filter() {
        return filter;
    }

    void select(boolean isSelected) {
        pseudoClassStateChanged(SELECTED, isSelected);
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY && !isRenaming) {
            requestFocus();
            if (press.getClickCount() == 2) {
                rename();
            } else {
                onApply.run();
            }
        }
    }

    private void pressed(KeyEvent key) {
        if (isRenaming) {
            return;
        }
        switch (key.getCode()) {
            case ENTER, SPACE -> onApply.run();
            case F2 -> rename();
            case DELETE, BACK_SPACE -> memory.remove(filter);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Lets the name be typed. */
    void rename() {
        isRenaming = true;
        field.setText(filter.name());
        getChildren().set(1, field);
        field.requestFocus();
        field.selectAll();
    }

    private void pressedInName(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.ESCAPE) {
            endRenaming(key.getCode() == KeyCode.ENTER);
            requestFocus();
            key.consume();
        }
    }

    private void endRenaming(boolean isWanted) {
        isRenaming = false;
        getChildren().set(1, name);
        String typed = field.getText().strip();
        if (isWanted && !typed.isEmpty() && !typed.equals(filter.name())) {
            memory.replace(filter, new SavedFilter(typed, filter.filter()));
        }
    }
}
