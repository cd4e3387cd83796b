package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.MarkActions;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The tags of one event, each with a cross that takes it away, and a field for another. */
final class TagChips {
    private final MarkActions actions;
    private final TextField field = new TextField();
    private final FlowPane root = new FlowPane(6, 6);

    TagChips(MarkActions actions) {
        this.actions = actions;
        field.setId("new-tag");
        field.setPromptText(text("notes.tags.add"));
        field.setAccessibleText(text("notes.tags.add"));
        field.setPrefColumnCount(8);
    }

    Parent root() {
        return root;
    }

    void show(EventSummary event) {
        boolean wasFocused = field.isFocused();
        List<Node> chips = new ArrayList<>();
        event.marks().tags().forEach(tag -> chips.add(chip(event, tag)));
        chips.add(field);
        root.getChildren().setAll(chips);
        field.setOnAction(_ -> {
            String tag = field.getText().strip();
            if (!tag.isEmpty()) {
                actions.tag(List.of(event), tag, true);
                field.clear();
            }
        });
        if (wasFocused) {
            field.requestFocus();
        }
    }

    private Node chip(EventSummary event, String tag) {
        IconButton remove = new IconButton(Icon.CLOSE, text("notes.tags.remove", tag),
                () -> actions.tag(List.of(event), tag, false));
        HBox chip = new HBox(2, new Label(tag), remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().addAll("chip", "tag-chip");
        return chip;
    }
}
