package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A finding told in place: one sentence, perhaps a second that explains it, perhaps one button. */
public final class Banner extends HBox {
    /** How much it matters. */
    public enum Kind {
        INFO(Icon.INFO), SUCCESS(Icon.SUCCESS), WARNING(Icon.WARNING), DANGER(Icon.DANGER);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }
    }

    private final VBox words;
    private final Label title;

    public Banner(Kind kind, String sentence) {
        title = line(sentence, "banner-title");
        words = new VBox(title);
        words.getStyleClass().add("banner-words");
        words.setAlignment(Pos.CENTER_LEFT);
        setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("banner", kind.name().toLowerCase(Locale.ROOT));
        getChildren().addAll(kind.icon.node(), words);
    }

    private static Label line(String sentence, String styleClass) {
        Label label = new Label(sentence);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Says another sentence, as when work goes on. */
    public void say(String sentence) {
        title.setText(sentence);
    }

    /** Adds a second, quieter sentence. */
    public Banner withDetail(String sentence) {
        words.getChildren().add(line(sentence, "banner-detail"));
        return this;
    }

    /** Adds the one button, in place of one that is there. */
    public Banner withButton(String label, Runnable action) {
        withoutButton();
        getChildren().add(new ActionButton(label, action).flat());
        return this;
    }

    /** Takes the button away, if there is one. */
    public Banner withoutButton() {
        getChildren().removeIf(ActionButton.class::isInstance);
        return this;
    }

    /** Adds a cross that closes it: what is given takes it out of its place. */
    public Banner withClose(Runnable onClose) {
        getChildren().add(new IconButton(Icon.CLOSE, text("banner.close"), onClose));
        return this;
    }
}
