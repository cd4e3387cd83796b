package dev.hookglass.ui.filters;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.settings.SavedFilter;
import dev.hookglass.ui.base.FilterMemory;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The saved filters of the side bar; one that is clicked is what is filtered by. For the FX thread. */
public final class SavedFilterList {
    private final FilterMemory memory;
    private final StringProperty filter;
    private final VBox list = new VBox();
    private final Label none = new Label(text("filters.none"));
    private final VBox root;
    private final List<SavedFilterRow> rows = new ArrayList<>();

    /** @param filter what is typed into the filter field; followed and set */
    public SavedFilterList(FilterMemory memory, StringProperty filter) {
        this.memory = memory;
        this.filter = filter;
        Label heading = new Label(text("filters.heading"));
        heading.getStyleClass().add("section");
        none.getStyleClass().addAll("side-hint");
        none.setWrapText(true);
        none.managedProperty().bind(none.visibleProperty());
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(text("filters.list"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
        root = new VBox(heading, list, none);
        root.getStyleClass().add("saved-filters");
        memory.filtersProperty().subscribe(filters -> show(filters.saved()));
        filter.subscribe(this::mark);
    }

    public Parent root() {
        return root;
    }

    /** New rows; one that was just saved waits for its name. */
    private void show(List<SavedFilter> saved) {
        List<SavedFilter> before = rows.stream().map(SavedFilterRow::filter).toList();
        if (saved.equals(before) && !saved.isEmpty()) {
            return;
        }
        boolean hadFocus = rows.stream().anyMatch(Node::isFocusWithin);
        rows.clear();
        saved.forEach(each -> rows.add(new SavedFilterRow(each, memory, () -> filter.set(each.filter()))));
        list.getChildren().setAll(rows);
        none.setVisible(saved.isEmpty());
        mark(filter.get());
        if (!before.isEmpty() || list.getScene() != null) {
            if (saved.size() > before.size()) {
                rows.getLast().rename();
            } else if (hadFocus && !rows.isEmpty()) {
                rows.getFirst().requestFocus();
            }
        }
    }

    private void mark(String typed) {
        rows.forEach(row -> row.select(row.filter().filter().equals(typed.strip())));
    }

    /** The arrow keys move within the list. */
    private void step(KeyEvent key) {
        int at = rows.indexOf(rows.stream().filter(Node::isFocused).findFirst().orElse(null));
        int next = switch (key.getCode()) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            default -> -1;
        };
        if (at >= 0 && next >= 0 && next < rows.size()) {
            rows.get(next).requestFocus();
            key.consume();
        }
    }
}
