package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where to send: a URL or a saved target's name, typed or chosen from those that are saved and those used before. */
public final class TargetField extends ComboBox<String> {
    private static final int MOST_RECENT = 12;

    private final ObservableList<String> recent;
    private final Targets targets;

    /** @param recent what was sent to before, the last first; shared by all target fields of a window */
    public TargetField(ObservableList<String> recent, Targets targets) {
        this.recent = recent;
        this.targets = targets;
        setEditable(true);
        setPromptText(text("target.prompt"));
        setAccessibleText(text("target.prompt"));
        getEditor().setAccessibleText(text("target.prompt"));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(80);
        getStyleClass().add("target-field");
        fill();
        // Enter is the editor's, which JavaFX's box keeps from it.
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !isShowing()) {
                Event.fireEvent(getEditor(), new ActionEvent());
                key.consume();
            }
        });
        // Targets may have been added or removed since.
        setOnShowing(_ -> fill());
        recent.subscribe(this::fill);
        getItems().stream().findFirst().ifPresent(getEditor()::setText);
        recent.stream().findFirst().ifPresent(getEditor()::setText);
    }

    private void fill() {
        String typed = getEditor().getText();
        List<String> names = targets.all().stream().map(Target::name).toList();
        getItems().setAll(Stream.concat(names.stream(), recent.stream().filter(url -> !names.contains(url))).toList());
        getEditor().setText(typed);
    }

    /** What is typed, without white space around it; empty if nothing is. */
    public Optional<String> url() {
        return Optional.ofNullable(getEditor().getText()).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    /** What is typed, to be read. */
    public String typed() {
        return url().orElse("");
    }

    /** Puts what is typed in front of what was sent to before. */
    public void remember() {
        url().ifPresent(typed -> remember(recent, typed));
    }

    private static void remember(ObservableList<String> recent, String url) {
        if (recent.isEmpty() || !recent.getFirst().equals(url)) {
            recent.remove(url);
            recent.addFirst(url);
            if (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
        }
    }
}
