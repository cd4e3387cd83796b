package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.provider.ValueColumn;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.events.ColumnLayout.Column;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * Which columns there are, to be shown or hidden, added and taken away.
 *
 * @param columns changed by it
 * @param proposed by the providers, to be shown at a click
 * @param onAdd asked for another column
 * @param onArrange asked to move and size columns
 */
record ColumnMenu(EventColumns columns, List<ValueColumn> proposed, Runnable onAdd, Runnable onArrange) {
    /** What a column is called. */
    static String title(Column column) {
        return column.fact().map(fact -> text("events.column." + fact.id())).orElse(column.name());
    }

    List<MenuItem> items() {
        ColumnLayout layout = columns.current();
        List<MenuItem> items = new ArrayList<>();
        for (Column column : layout.columns()) {
            items.add(check(title(column), column.isShown(),
                    () -> columns.change(columns.current().with(column.withShown(!column.isShown())))));
        }
        for (ValueColumn own : proposed) {
            if (layout.find(Column.idOf(own)).isEmpty()) {
                items.add(check(own.name(), false,
                        () -> columns.change(columns.current().with(Column.of(own)))));
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(item(text("events.columns.arrange"), Icon.DIFF, onArrange));
        items.add(item(text("events.columns.add"), Icon.ADD, onAdd));
        for (Column column : layout.columns()) {
            if (column.isOwn()) {
                items.add(item(text("events.columns.remove", column.name()), Icon.REMOVE,
                        () -> columns.change(columns.current().without(column.id()))));
            }
        }
        items.add(item(text("events.columns.reset"), Icon.UNDO, columns::reset));
        return items;
    }

    private static MenuItem check(String name, boolean isShown, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(isShown);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem item(String name, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(name, icon.node());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
