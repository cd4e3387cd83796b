package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.OutcomeWords;
import dev.hookglass.ui.base.TargetField;
import dev.hookglass.ui.base.TargetGate;
import dev.hookglass.workbench.Workbench;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sends the event that is shown again, as it was, and says what came of it. */
final class SendBar {
    private static final double ROOMY = 480;

    private final Workbench workbench;
    private final Background background;
    private final TargetGate gate;
    private final Consumer<Attempt> onAttempt;
    private final TargetField target;
    private final FontIcon replayIcon = Icon.REPLAY.node();
    private final Button replay = new Button(text("send.replay"), replayIcon);
    private final VBox findings = new VBox();
    private final HBox bar;
    private final VBox root;
    private @Nullable CapturedEvent event;
    private Background.@Nullable Running running;

    /**
     * @param onMore asked for all other ways to send the event again
     * @param onAttempt told of each attempt when it is stored
     */
    SendBar(Workbench workbench, Background background, ObservableList<String> recentTargets, Runnable onEdit,
            Runnable onMore, Consumer<Attempt> onAttempt) {
        this.workbench = workbench;
        this.background = background;
        this.onAttempt = onAttempt;
        gate = new TargetGate(workbench.targets(), background, this::tell);
        target = new TargetField(recentTargets, workbench.targets());
        target.getEditor().setOnAction(_ -> replayOrCancel());
        HBox.setHgrow(target, Priority.ALWAYS);
        replay.getStyleClass().add(Styles.ACCENT);
        replay.setOnAction(_ -> replayOrCancel());
        replay.setMinWidth(Button.USE_PREF_SIZE);
        Button edit = new Button(text("send.edit"), Icon.COMPOSE.node());
        edit.setTooltip(new Tooltip(text("send.edit")));
        edit.setMinWidth(Button.USE_PREF_SIZE);
        edit.setOnAction(_ -> onEdit.run());
        bar = new HBox(8, replay, target, edit, new IconButton(Icon.MORE, text("send.more"), onMore));
        bar.setAlignment(Pos.CENTER_LEFT);
        // Where there is little room, that is the target's.
        edit.contentDisplayProperty().bind(bar.widthProperty().map(width -> width.doubleValue() < ROOMY
                ? ContentDisplay.GRAPHIC_ONLY
                : ContentDisplay.TEXT_ONLY));
        root = new VBox(8, findings, bar);
        root.getStyleClass().add("send-bar");
        clear();
    }

    /** Puts something else that is done with the event behind the buttons. */
    void add(Node control) {
        bar.getChildren().add(control);
    }

    Parent root() {
        return root;
    }

    void show(CapturedEvent shown) {
        event = shown;
        gate.drop();
        clear();
    }

    void replayOrCancel() {
        if (running != null) {
            running.cancel();
            finished();
            return;
        }
        CapturedEvent sent = event;
        if (sent == null) {
            return;
        }
        gate.pass(target.typed(), destination -> send(sent, destination));
    }

    private void send(CapturedEvent sent, Destination destination) {
        target.remember();
        replay.setText(text("send.cancel"));
        Icon.STOP.into(replayIcon);
        running = background.run(
                () -> workbench.deliveries().deliver(workbench.replaying().request(sent, destination, false),
                        OptionalLong.of(sent.id())),
                attempt -> {
                    finished();
                    onAttempt.accept(attempt);
                    if (sent.equals(event)) {
                        tell(attempt.outcome());
                        gate.offerTrust(destination.url(), attempt.outcome(), () -> send(sent, destination));
                    }
                }, problem -> {
                    finished();
                    tell(new Banner(Banner.Kind.DANGER, problem.sentence()));
                });
    }

    private void finished() {
        running = null;
        replay.setText(text("send.replay"));
        Icon.REPLAY.into(replayIcon);
    }

    private void tell(Outcome result) {
        String took = text("send.took", OutcomeWords.status(result), OutcomeWords.millis(result));
        tell(switch (result) {
            case Outcome.Answered answered when answered.status() < 300 -> new Banner(Banner.Kind.SUCCESS, took);
            case Outcome.Answered _ -> new Banner(Banner.Kind.WARNING, took);
            case Outcome.Failed failed -> new Banner(Banner.Kind.DANGER, failed.reason());
        });
    }

    private void tell(Banner banner) {
        findings.getChildren().setAll(banner.withClose(this::clear));
        findings.setManaged(true);
        findings.setVisible(true);
    }

    private void clear() {
        findings.getChildren().clear();
        findings.setManaged(false);
        findings.setVisible(false);
    }
}
