package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.ReplayProgress;
import dev.hookglass.ui.base.ActionButton;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far a run has come, how long it will take, and stopping it. */
final class RunBar extends VBox {
    private final ReplayRun run;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Label times = new Label();
    private final ActionButton pause;
    private final ActionButton cancel;
    private final ActionButton again;

    /** @param onAgain asked to send the failed ones again */
    RunBar(ReplayRun run, Runnable onAgain) {
        super(6);
        this.run = run;
        pause = new ActionButton(text("replay.pause"), () -> {
            run.pauseOrResume();
            show(0);
        });
        cancel = new ActionButton(text("replay.cancel"), run::cancel);
        again = new ActionButton("", onAgain);
        getStyleClass().add("run-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text("replay.progress"));
        times.getStyleClass().add("muted");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words, again, pause, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(bar, line, times);
        show(0);
    }

    /** @param failed how many were sent without success */
    void show(int failed) {
        boolean running = run.isRunning();
        pause.setText(text(run.isPaused() ? "replay.resume" : "replay.pause"));
        show(pause, running);
        show(cancel, running);
        show(again, !running && failed > 0);
        again.setText(count("replay.again", failed));
        run.progress().ifPresentOrElse(this::show, () -> {
            words.setText(running ? text("replay.beginning") : "");
            times.setText("");
            bar.setProgress(0);
        });
    }

    private static void show(ActionButton button, boolean isShown) {
        button.setVisible(isShown);
        button.setManaged(isShown);
    }

    private void show(ReplayProgress progress) {
        bar.setProgress(progress.total() == 0 ? 1 : (double) progress.sent() / progress.total());
        words.setText(words(progress, run));
        times.setText(progress.median().isZero()
                ? ""
                : text("replay.times", ResultWords.millis(micros(progress.median())),
                        ResultWords.millis(micros(progress.slow()))));
    }

    private static int micros(Duration time) {
        return (int) Math.min(Integer.MAX_VALUE, time.toNanos() / 1_000);
    }

    /** How far it has come, in a line. */
    static String words(ReplayProgress progress, ReplayRun run) {
        String done = text("replay.done", number(progress.sent()), number(progress.total()), number(progress.failed()));
        if (run.isPaused()) {
            return done + text("replay.done.paused");
        }
        return run.isRunning()
                ? done + text("replay.done.left", String.format(Locale.ROOT, "%,.0f", progress.perSecond()),
                        ResultWords.span(progress.remaining()))
                : done + text("replay.done.took", ResultWords.took(progress.elapsed()));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
