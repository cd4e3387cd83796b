package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Marks;
import dev.hookglass.ui.base.ColourBadge;
import dev.hookglass.ui.base.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What a person wrote beside an event, as glyphs, and in words when pointed at. */
final class MarkCell extends EventCells.ContentCell {
    @Override
    void fill(EventRow.Content content) {
        Marks marks = content.event().marks();
        setGraphic(marks.isNone() ? null : glyphs(marks));
        setAccessibleText(words(marks));
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
        Tooltip.install(box, new Tooltip(words(marks)));
        return box;
    }

    private static String words(Marks marks) {
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
