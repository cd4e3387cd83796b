package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Colour;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.ui.base.ColourBadge;
import dev.hookglass.ui.base.MarkActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What a person writes beside the event that is shown: a colour, tags, a note, which is kept as it is typed. */
final class NotesTab {
    private static final Duration TYPED = Duration.millis(600);

    private final MarkActions actions;
    private final HBox colours = new HBox();
    private final TagChips tags;
    private final TextArea note = new TextArea();
    private final Label state = new Label();
    private final PauseTransition typing = new PauseTransition(TYPED);
    private final VBox root;
    private @Nullable EventSummary event;
    /** The note as it was read or handed over to be kept. */
    private String kept = "";

    NotesTab(MarkActions actions) {
        this.actions = actions;
        tags = new TagChips(actions);
        colours.getStyleClass().add("mark-colours");
        colours.setAlignment(Pos.CENTER_LEFT);
        note.setId("note");
        note.setWrapText(true);
        note.setPromptText(text("notes.prompt"));
        note.setAccessibleText(text("notes.note"));
        VBox.setVgrow(note, Priority.ALWAYS);
        state.getStyleClass().add("muted");
        root = new VBox(row(text("notes.colour"), colours), row(text("notes.tags"), tags.root()), note, state);
        root.getStyleClass().add("notes-tab");
        note.textProperty().subscribe(() -> {
            if (!note.getText().equals(kept)) {
                state.setText("");
                typing.playFromStart();
            }
        });
        note.focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                save();
            }
        });
        typing.setOnFinished(_ -> save());
    }

    private static Node row(String words, Node content) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "notes-label");
        label.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox row = new HBox(10, label, content);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    Parent root() {
        return root;
    }

    void focus() {
        note.requestFocus();
        note.end();
    }

    /** Shows the marks of an event; what is being typed beside the same one stays. */
    void show(EventSummary shown) {
        EventSummary before = event;
        boolean isSame = before != null && before.id() == shown.id();
        if (!isSame) {
            save();
        }
        event = shown;
        if (!isSame || !note.isFocused() && note.getText().equals(kept) && !kept.equals(shown.marks().note())) {
            kept = shown.marks().note();
            note.setText(kept);
            state.setText("");
        }
        showColours(shown);
        tags.show(shown);
    }

    private void showColours(EventSummary shown) {
        List<Node> choices = new ArrayList<>();
        choices.add(choice(shown, Optional.empty()));
        for (Colour colour : Colour.values()) {
            choices.add(choice(shown, Optional.of(colour)));
        }
        colours.getChildren().setAll(choices);
    }

    private Node choice(EventSummary shown, Optional<Colour> colour) {
        ToggleButton button = new ToggleButton();
        String name = colour.map(ColourBadge::nameOf).orElseGet(() -> text("colour.none"));
        boolean isChosen = shown.marks().colour().equals(colour);
        button.setSelected(isChosen);
        colour.ifPresent(chosen -> button.setGraphic(new ColourBadge(chosen)));
        button.setText(isChosen || colour.isEmpty() ? name : "");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            // The choice is drawn anew once it is stored.
            button.setSelected(isChosen);
            actions.colour(List.of(shown), colour);
        });
        return button;
    }

    private void save() {
        typing.stop();
        EventSummary noted = event;
        String written = note.getText();
        if (noted != null && !written.equals(kept)) {
            kept = written;
            actions.saveNote(noted.id(), written, () -> {
                if (event != null && event.id() == noted.id() && note.getText().equals(written)) {
                    state.setText(text("notes.saved"));
                }
            });
        }
    }

    /** Keeps what was typed last, as the window closes. */
    void close() {
        typing.stop();
        if (event != null && !note.getText().equals(kept)) {
            actions.saveNoteAtEnd(event.id(), note.getText());
        }
    }

    /** The tab's title, with a sign where something is written. */
    static String title(Marks marks) {
        return text(marks.isNone() ? "detail.notes" : "detail.notes.some");
    }
}
