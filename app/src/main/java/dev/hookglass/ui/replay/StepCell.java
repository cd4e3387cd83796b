package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.PolicyDelivery.Step;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.OutcomeWords;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One attempt, by the provider's clock: its number, when, what came of it, and what follows. */
final class StepCell extends ListCell<Step> {
    private static final double AFTER_WIDTH = 120;

    @Override
    protected void updateItem(@Nullable Step step, boolean empty) {
        super.updateItem(step, empty);
        setGraphic(step == null || empty ? null : line(step));
    }

    private static HBox line(Step step) {
        Label number = new Label(text("policy.attempt", step.attempt().number(), after(step.after())));
        number.setMinWidth(AFTER_WIDTH);
        number.getStyleClass().add("muted");
        Label status = new Label(OutcomeWords.status(step.attempt().outcome()),
                (step.acknowledged() ? Icon.SUCCESS : Icon.DANGER).node());
        status.getStyleClass().add(step.acknowledged() ? "status-2xx" : "status-5xx");
        status.setMinWidth(USE_PREF_SIZE);
        Label reason = new Label(step.attempt().outcome() instanceof Outcome.Failed failed ? failed.reason() : "");
        reason.getStyleClass().add("muted");
        reason.setMinWidth(0);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        Label then = new Label(step.acknowledged()
                ? text("policy.step.acknowledged")
                : step.pause().map(pause -> text("policy.step.again", ResultWords.span(pause)))
                        .orElseGet(() -> text("policy.step.givenUp")));
        then.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(10, number, status, reason, then);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }

    private static String after(Duration time) {
        return time.isZero() ? text("policy.atOnce") : ResultWords.span(time);
    }
}
