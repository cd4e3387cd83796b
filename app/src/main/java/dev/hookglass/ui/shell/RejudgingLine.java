package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.workbench.Rejudging;
import dev.hookglass.workbench.Rejudging.Progress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Tells that events are being judged again, how far that has come, and lets it be cancelled. There only meanwhile. */
final class RejudgingLine extends HBox {
    /** Between two looks at the rows, so that judging costs the window little. */
    private static final Duration BREATH = Duration.millis(400);

    private final Rejudging rejudging;
    private final Background background;
    private final Runnable onVerdicts;
    private final Consumer<Problem> onProblem;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final PauseTransition breath = new PauseTransition(BREATH);
    private final Runnable stop;
    private Optional<Progress> shown = Optional.empty();
    private @Nullable Problem told;

    /**
     * @param onVerdicts told, from time to time, that verdicts in the store have changed
     * @param onProblem told why judging ended before its time
     */
    RejudgingLine(Rejudging rejudging, Background background, Runnable onVerdicts, Consumer<Problem> onProblem) {
        this.rejudging = rejudging;
        this.background = background;
        this.onVerdicts = onVerdicts;
        this.onProblem = onProblem;
        Hyperlink cancel = new Hyperlink(text("rejudging.cancel"));
        cancel.setOnAction(_ -> cancel());
        getStyleClass().add("rejudging-line");
        getChildren().addAll(words, bar, cancel);
        breath.setOnFinished(_ -> onVerdicts.run());
        stop = rejudging.onProgress(new Signal(this::look)::signal);
        setVisible(false);
        setManaged(false);
    }

    private boolean look() {
        Optional<Progress> progress = rejudging.progress();
        progress.ifPresent(this::show);
        setVisible(progress.isPresent());
        setManaged(progress.isPresent());
        if (progress.isEmpty()) {
            // Few events are judged before this line has been seen.
            breath.stop();
            onVerdicts.run();
        } else if (breath.getStatus() != PauseTransition.Status.RUNNING) {
            breath.playFromStart();
        }
        shown = progress;
        tellProblem();
        return false;
    }

    private void tellProblem() {
        Problem problem = rejudging.problem().orElse(null);
        if (problem != null && problem != told) {
            onProblem.accept(problem);
        }
        told = problem;
    }

    private void show(Progress progress) {
        words.setText(text("rejudging.words", String.format(Locale.ROOT, "%,d", progress.total()), progress.source(),
                (int) (progress.share() * 100)));
        bar.setProgress(progress.share());
    }

    private void cancel() {
        shown.ifPresent(progress -> background.run(() -> rejudging.cancel(progress.sourceId()), () -> {}, onProblem));
    }

    void close() {
        stop.run();
        breath.stop();
    }
}
