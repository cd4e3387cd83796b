package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the selected events, and with all that are shown. */
final class RowMenu extends ContextMenu {
    private final EventActions actions;
    private final IntFunction<String> sourceName;
    private final Consumer<String> onFilter;

    /** @param onFilter told a term to filter by as well */
    RowMenu(EventActions actions, IntFunction<String> sourceName, Consumer<String> onFilter) {
        this.actions = actions;
        this.sourceName = sourceName;
        this.onFilter = onFilter;
        // A menu without items would never open, and never be filled.
        getItems().add(new SeparatorMenuItem());
    }

    /** Fills it anew. */
    void fill(List<EventSummary> selected, boolean isUnfiltered) {
        getItems().clear();
        if (selected.size() == 1) {
            getItems().addAll(item(text("events.menu.replay"), Icon.REPLAY, actions::replay),
                    item(text("events.menu.edit"), Icon.EDIT, actions::edit),
                    item(text("events.menu.check"), Icon.DONE, () -> actions.check(selected.getFirst())),
                    filters(selected.getFirst()),
                    new SeparatorMenuItem());
        }
        if (!selected.isEmpty()) {
            getItems().add(selected.size() == 1 ? 1 : 0,
                    item(count("events.menu.replaySome", selected.size()), Icon.REPLAY,
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
                            () -> actions.pin(selected, !allPinned)),
                    item(count("events.menu.delete", selected.size()), Icon.REMOVE, () -> actions.delete(selected)),
                    new SeparatorMenuItem());
        }
        getItems().add(item(text(isUnfiltered ? "events.menu.replayAll" : "events.menu.replayMatching"), Icon.REPLAY,
                actions::replayShown));
        getItems().add(item(text(isUnfiltered ? "events.menu.deleteAll" : "events.menu.deleteMatching"), Icon.REMOVE,
                actions::deleteShown));
    }

    private static MenuItem item(String words, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(words, icon.node());
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Menu filters(EventSummary event) {
        List<String> terms = new ArrayList<>();
        if (event.type() != null) {
            terms.add("type:" + quoted(event.type()));
        }
        terms.add("source:" + quoted(sourceName.apply(event.sourceId())));
        terms.add("verdict:" + event.verdict().outcome().word());
        terms.add("method:" + quoted(event.method()));
        terms.add("path:" + quoted(event.target()));
        terms.add("reply:" + event.status());
        Menu menu = new Menu(text("events.menu.filter"), Icon.FILTER.node());
        for (String term : terms) {
            MenuItem item = new MenuItem(term);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> onFilter.accept(term));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** A value that the filter's grammar takes as one: what has a quotation mark cannot be quoted, and stands as it is. */
    private static String quoted(String value) {
        return value.matches("[^\\s\"]+") || value.contains("\"") ? value : '"' + value + '"';
    }
}
