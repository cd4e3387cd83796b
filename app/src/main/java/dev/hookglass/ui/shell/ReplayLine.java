package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.replay.ReplayView;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Tells that events are being sent again while their sheet is closed, and leads back to it. There only meanwhile. */
final class ReplayLine extends HBox {
    private static final Duration BEAT = Duration.millis(250);

    private final ReplayView view;
    private final Label words = new Label();
    private final Timeline pulse = new Timeline(new KeyFrame(BEAT, _ -> beat()));

    /** @param onShow asked to open the sheet */
    ReplayLine(ReplayView view, Runnable onShow) {
        this.view = view;
        Hyperlink show = new Hyperlink(text("replay.line.show"));
        show.setOnAction(_ -> onShow.run());
        Hyperlink cancel = new Hyperlink(text("replay.cancel"));
        cancel.setOnAction(_ -> view.cancel());
        getStyleClass().add("rejudging-line");
        getChildren().addAll(words, show, cancel);
        pulse.setCycleCount(Animation.INDEFINITE);
        view.runningProperty().subscribe(running -> {
            setVisible(running);
            setManaged(running);
            if (running) {
                beat();
                pulse.play();
            } else {
                pulse.stop();
            }
        });
    }

    private void beat() {
        words.setText(text("replay.line", view.progress()));
        view.beat();
    }

    void close() {
        pulse.stop();
    }
}
