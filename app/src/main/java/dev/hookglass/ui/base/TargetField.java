package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;

/** Where to send: a URL, typed or chosen from those used before. */
public final class TargetField extends ComboBox<String> {
    private static final int MOST_RECENT = 12;

    /** @param recent URLs used before, the last first; shared by all target fields of a window */
    public TargetField(ObservableList<String> recent) {
        super(FXCollections.observableArrayList(recent));
        setEditable(true);
        setPromptText(text("target.prompt"));
        getEditor().setAccessibleText(text("target.prompt"));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(80);
        getStyleClass().add("target-field");
        recent.subscribe(() -> {
            String typed = url().orElse("");
            getItems().setAll(recent);
            getEditor().setText(typed);
        });
        if (!recent.isEmpty()) {
            getEditor().setText(recent.getFirst());
        }
    }

    /** What is typed, without white space around it; empty if nothing is. */
    public Optional<String> url() {
        return Optional.ofNullable(getEditor().getText()).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    /** Puts a URL in front of those used before. */
    public static void remember(ObservableList<String> recent, String url) {
        if (recent.isEmpty() || !recent.getFirst().equals(url)) {
            recent.remove(url);
            recent.addFirst(url);
            if (recent.size() > MOST_RECENT) {
                recent.removeLast();
            }
        }
    }
}
