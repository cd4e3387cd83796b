package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Stands in the place of a body that takes longer to be read than a person would take for at once, and can be cancelled. */
final class ReadingPane extends VBox {
    private static final Duration AT_ONCE = Duration.millis(150);
    private static final double SIZE = 28;

    private final PauseTransition patience = new PauseTransition(AT_ONCE);

    /**
     * @param onSlow run when what is read is not there at once
     * @param onCancel run when a person does not want to wait
     */
    ReadingPane(Runnable onSlow, Runnable onCancel) {
        patience.setOnFinished(_ -> onSlow.run());
        ProgressIndicator progress = new ProgressIndicator();
        progress.setMaxSize(SIZE, SIZE);
        Label words = new Label(text("body.reading"));
        words.getStyleClass().add("muted");
        getChildren().addAll(progress, words, new ActionButton(text("body.cancel"), onCancel));
        setSpacing(10);
        setAlignment(Pos.CENTER);
        getStyleClass().add("reading");
    }

    void begin() {
        patience.playFromStart();
    }

    void end() {
        patience.stop();
    }
}
