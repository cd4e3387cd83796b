package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.ExportMenu;
import dev.hookglass.ui.base.Icon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected events, and with all that are shown. */
final class RowMenu extends ContextMenu {
    private final EventActions actions;
    private final IntFunction<String> sourceName;
    private final Consumer<String> onFilter;
    private final MarkMenu marks;
    private final Runnable onSeeAll;

    /**
     * @param onFilter told a term to filter by as well
     * @param onSeeAll asked to take all events for seen
     */
    RowMenu(EventActions actions, IntFunction<String> sourceName, Consumer<String> onFilter, Runnable onSeeAll) {
        this.actions = actions;
        this.sourceName = sourceName;
        this.onFilter = onFilter;
        marks = new MarkMenu(actions.marks());
        this.onSeeAll = onSeeAll;
        // A menu without items would never open, and never be filled.
        getItems().add(new SeparatorMenuItem());
    }

    /**
     * Fills it anew.
     *
     * @param column the id of the column that it was opened in; null where it was opened by a key
     */
    void fill(List<EventSummary> selected, @Nullable String column, boolean isUnfiltered) {
        getItems().clear();
        if (selected.size() == 1) {
            getItems().addAll(cell(selected.getFirst(), column));
            getItems().addAll(item(text("events.menu.replay"), Icon.REPLAY, actions::replay),
                    item(text("events.menu.edit"), Icon.EDIT, actions::edit),
                    item(text("events.menu.check"), Icon.DONE, () -> actions.check(selected.getFirst())),
                    filters(text("events.menu.filter"), Icon.FILTER, "", selected.getFirst()),
                    filters(text("events.menu.exclude"), Icon.MISSING, "-", selected.getFirst()),
                    new SeparatorMenuItem());
        }
        if (!selected.isEmpty()) {
            getItems().add(item(count("events.menu.replaySome", selected.size()), Icon.REPLAY,
                    () -> actions.replay(selected)));
        }
        if (selected.size() == 2) {
            getItems().addAll(item(text("events.menu.compare"), Icon.DIFF, () -> actions.compare(selected)),
                    new SeparatorMenuItem());
        }
        if (!selected.isEmpty()) {
            boolean allPinned = selected.stream().allMatch(EventSummary::pinned);
            getItems().addAll(
                    item(text(allPinned ? "events.menu.unpin" : "events.menu.pin"), Icon.PIN,
                            () -> actions.pin(selected, !allPinned)));
            getItems().addAll(marks.items(selected));
            getItems().addAll(new SeparatorMenuItem(),
                    menu(text("events.menu.copyAs"), Icon.COPY,
                            ExportMenu.copyAs(actions.exports(), () -> selected)),
                    menu(count("events.menu.export", selected.size()), Icon.SAVE,
                            ExportMenu.export(actions.exports(), format -> actions.exports().export(selected, format))),
                    new SeparatorMenuItem(),
                    item(count("events.menu.delete", selected.size()), Icon.REMOVE, () -> actions.delete(selected)),
                    new SeparatorMenuItem());
        }
        getItems().add(menu(text(isUnfiltered ? "events.menu.exportAll" : "events.menu.exportMatching"), Icon.SAVE,
                ExportMenu.export(actions.exports(), actions.exports()::exportShown)));
        getItems().add(item(text("events.menu.seeAll"), Icon.DONE, onSeeAll));
        getItems().add(item(text(isUnfiltered ? "events.menu.replayAll" : "events.menu.replayMatching"), Icon.REPLAY,
                actions::replayShown));
        getItems().add(item(text(isUnfiltered ? "events.menu.deleteAll" : "events.menu.deleteMatching"), Icon.REMOVE,
                actions::deleteShown));
    }

    MarkMenu marks() {
        return marks;
    }

    private static Menu menu(String words, Icon icon, List<MenuItem> items) {
        Menu menu = new Menu(words, icon.node());
        menu.getItems().setAll(items);
        return menu;
    }

    private static MenuItem item(String words, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(words, icon.node());
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Menu filters(String words, Icon icon, String sign, EventSummary event) {
        Menu menu = new Menu(words, icon.node());
        CellTerms.of(event, sourceName).values().forEach(term -> {
            MenuItem item = new MenuItem(sign + term);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> onFilter.accept(sign + term));
            menu.getItems().add(item);
        });
        return menu;
    }

    /** What the cell under the pointer shows comes first, without a menu of its own. */
    private List<MenuItem> cell(EventSummary event, @Nullable String column) {
        String term = column == null ? null : CellTerms.of(event, sourceName).get(column);
        if (term == null) {
            return List.of();
        }
        MenuItem by = item(text("events.menu.filterBy", term), Icon.FILTER, () -> onFilter.accept(term));
        MenuItem without = item(text("events.menu.excludeBy", term), Icon.MISSING, () -> onFilter.accept("-" + term));
        by.setMnemonicParsing(false);
        without.setMnemonicParsing(false);
        return List.of(by, without, new SeparatorMenuItem());
    }
}
