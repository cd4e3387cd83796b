package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.ColourBadge;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.MarkActions;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;

/** Colours, tags and the note of the selected events, as menus and by keys. */
final class MarkMenu {
    private static final int MOST_TAGS = 15;

    private final MarkActions actions;

    MarkMenu(MarkActions actions) {
        this.actions = actions;
    }

    List<MenuItem> items(List<EventSummary> selected) {
        MenuItem note = new MenuItem(text("events.menu.note"), Icon.NOTE.node());
        note.setOnAction(_ -> actions.editNote());
        return selected.size() == 1
                ? List.of(colours(selected), tags(selected), note)
                : List.of(colours(selected), tags(selected));
    }

    private Menu colours(List<EventSummary> selected) {
        Menu menu = new Menu(text("events.menu.colour"), Icon.COLOUR.node());
        for (Colour colour : Colour.values()) {
            CheckMenuItem item = new CheckMenuItem(ColourBadge.nameOf(colour), new ColourBadge(colour));
            item.setSelected(selected.stream().allMatch(event -> event.marks().colour().equals(Optional.of(colour))));
            item.setOnAction(_ -> actions.colour(selected, Optional.of(colour)));
            menu.getItems().add(item);
        }
        MenuItem none = new MenuItem(text("colour.none"));
        none.setOnAction(_ -> actions.colour(selected, Optional.empty()));
        menu.getItems().addAll(new SeparatorMenuItem(), none);
        return menu;
    }

    private Menu tags(List<EventSummary> selected) {
        Menu menu = new Menu(text("events.menu.tags"), Icon.TAG.node());
        actions.knownTags().stream().limit(MOST_TAGS).forEach(tag -> {
            CheckMenuItem item = new CheckMenuItem(tag);
            item.setMnemonicParsing(false);
            item.setSelected(selected.stream().allMatch(event -> event.marks().tags().contains(tag)));
            item.setOnAction(_ -> actions.tag(selected, tag, item.isSelected()));
            menu.getItems().add(item);
        });
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        MenuItem other = new MenuItem(text("events.menu.newTag"));
        other.setOnAction(_ -> actions.askForTag(selected));
        menu.getItems().add(other);
        return menu;
    }

    /** Alt with 1 to 6 colours events, Alt with 0 takes the colour away. */
    void pressed(KeyEvent key, List<EventSummary> selected) {
        if (key.isAltDown() && !key.isShortcutDown() && key.getCode().isDigitKey() && !selected.isEmpty()) {
            int number = Integer.parseInt(key.getCode().getName());
            if (number <= Colour.values().length) {
                actions.colour(selected, number == 0 ? Optional.empty() : Optional.of(Colour.of(number)));
                key.consume();
            }
        }
    }
}
