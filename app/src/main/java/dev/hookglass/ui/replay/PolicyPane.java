package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.PolicyDelivery.Step;
import dev.hookglass.delivery.RetrySchedule;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.ChoiceWords;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.workbench.Replaying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One event delivered with its provider's patience: each attempt as it is made, and what comes next. */
final class PolicyPane extends VBox {
    private static final javafx.util.Duration BEAT = javafx.util.Duration.millis(200);

    private final Replaying replaying;
    private final Background background;
    private final Consumer<Banner> teller;
    private final Label policy = new Label();
    private final ComboBox<Double> speed = new ComboBox<>();
    private final ListView<Step> steps = new ListView<>();
    private final Label next = new Label();
    private final ActionButton cancel = new ActionButton(text("replay.cancel"), this::cancel);
    private final Timeline pulse = new Timeline(new KeyFrame(BEAT, _ -> showNext()));
    private Background.@Nullable Running running;
    private Optional<Instant> due = Optional.empty();
    private Duration pause = Duration.ZERO;

    /** @param teller shows a banner where the person looks */
    PolicyPane(Replaying replaying, Background background, Consumer<Banner> teller) {
        super(8);
        this.replaying = replaying;
        this.background = background;
        this.teller = teller;
        getStyleClass().add("policy");
        policy.setWrapText(true);
        policy.setMinHeight(USE_PREF_SIZE);
        speed.getItems().setAll(1.0, 60.0, 3_600.0, 100_000.0);
        speed.setValue(60.0);
        speed.setConverter(new ChoiceWords<>("", PolicyPane::words));
        steps.setCellFactory(_ -> new StepCell());
        steps.getStyleClass().add("attempts");
        steps.setAccessibleText(text("policy.attempts"));
        steps.setPlaceholder(new Label(text("policy.none")));
        VBox.setVgrow(steps, Priority.ALWAYS);
        next.setMaxWidth(Double.MAX_VALUE);
        next.setMinWidth(0);
        HBox.setHgrow(next, Priority.ALWAYS);
        HBox line = new HBox(8, next, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        pulse.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(policy, new HBox(new Field(text("policy.speed"), speed)), line, steps);
        finished();
    }

    /** Says what the provider does, with no attempts yet. */
    void show(Optional<Provider> provider) {
        cancel();
        steps.getItems().clear();
        next.setText("");
        policy.setText(provider.map(PolicyPane::words).orElse(""));
    }

    private static String words(Provider provider) {
        String statuses = provider.acknowledgement().statuses().stream().map(String::valueOf)
                .collect(Collectors.joining(text("answer.or")));
        String taken = provider.acknowledgement().within()
                .map(within -> text("policy.within", provider.name(), statuses, ResultWords.span(within)))
                .orElseGet(() -> text("policy.taken", provider.name(), statuses));
        return provider.retry().map(RetrySchedule::of).map(schedule -> taken + text(
                schedule.factor() == 1 ? "policy.fixed" : "policy.doubling", ResultWords.span(schedule.first()),
                ResultWords.span(schedule.lasting())) + (schedule.isAssumed() ? text("policy.assumed") : ""))
                .orElse(taken + text("policy.once"));
    }

    boolean isRunning() {
        return running != null;
    }

    void begin(CapturedEvent event, Destination target, boolean signAnew) {
        steps.getItems().clear();
        next.setText(text("policy.waiting", 1));
        cancel.setVisible(true);
        speed.setDisable(true);
        double rate = speed.getValue();
        running = background.run(
                () -> replaying.deliver(event, target, signAnew, rate, step -> Fx.later(() -> made(step, rate))),
                acknowledged -> {
                    next.setText(text(acknowledged ? "policy.acknowledged" : "policy.givenUp",
                            steps.getItems().size()));
                    finished();
                }, this::failed);
        pulse.play();
    }

    private void made(Step step, double rate) {
        steps.getItems().add(step);
        steps.scrollTo(steps.getItems().size() - 1);
        pause = step.pause().orElse(Duration.ZERO);
        due = step.pause().map(time -> Instant.now().plusNanos((long) (time.toNanos() / rate)));
        showNext();
    }

    private void showNext() {
        due.ifPresent(at -> {
            Duration left = Duration.between(Instant.now(), at);
            next.setText(left.isNegative()
                    ? text("policy.waiting", steps.getItems().size() + 1)
                    : text("policy.next", steps.getItems().size() + 1, ResultWords.span(pause),
                            ResultWords.span(left)));
        });
    }

    private void failed(Problem problem) {
        finished();
        next.setText("");
        teller.accept(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            next.setText(count("policy.cancelled", steps.getItems().size()));
            finished();
        }
    }

    private void finished() {
        running = null;
        due = Optional.empty();
        pulse.stop();
        cancel.setVisible(false);
        speed.setDisable(false);
    }

    List<Step> made() {
        return List.copyOf(steps.getItems());
    }

    private static String words(double rate) {
        return rate == 1
                ? text("policy.speed.real")
                : text("policy.speed.times", String.format(Locale.ROOT, "%,.0f", rate));
    }
}
