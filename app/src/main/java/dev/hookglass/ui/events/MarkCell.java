package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.ui.base.ColourBadge;
import dev.hookglass.ui.base.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What a person wrote beside an event, as glyphs, and in words when pointed at. */
final class MarkCell extends TableCell<EventSummary, EventSummary> {
    static final double WIDTH = 44;

    @Override
    protected void updateItem(@Nullable EventSummary event, boolean empty) {
        super.updateItem(event, empty);
        Marks marks = event == null || empty ? Marks.NONE : event.marks();
        if (marks.isNone()) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            setGraphic(glyphs(marks));
            setTooltip(new Tooltip(words(marks)));
            setAccessibleText(words(marks));
        }
    }

    private static Node glyphs(Marks marks) {
        List<Node> glyphs = new ArrayList<>();
        marks.colour().ifPresent(colour -> glyphs.add(new ColourBadge(colour)));
        if (marks.hasNote()) {
            glyphs.add(Icon.NOTE.node());
        } else if (!marks.tags().isEmpty()) {
            glyphs.add(Icon.TAG.node());
        }
        HBox box = new HBox(4, glyphs.toArray(Node[]::new));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    static String words(Marks marks) {
        List<String> lines = new ArrayList<>();
        marks.colour().ifPresent(colour -> lines.add(ColourBadge.nameOf(colour)));
        if (!marks.tags().isEmpty()) {
            lines.add(marks.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")));
        }
        if (marks.hasNote()) {
            lines.add(text("events.marks.note", marks.note()));
        }
        return String.join("\n", lines);
    }
}
