package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.TargetField;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Where to send events to, and how. */
final class ReplayForm extends VBox {
    private static final Duration WORD = Duration.millis(200);

    private final TargetField target;
    private final ComboBox<String> signing = new ComboBox<>();
    private final PlanFields fields = new PlanFields();
    private final ActionButton send;
    private final VBox findings = new VBox(6);
    private final ToggleButton once = new ToggleButton(text("replay.mode.once"));
    private final ToggleButton asProvider = new ToggleButton(text("replay.mode.provider"));
    private final HBox modes = new HBox(6, once, asProvider);
    private final PauseTransition typing = new PauseTransition(WORD);

    /**
     * @param onMode called when a person chooses between sending once and as the provider would
     * @param onRequest called when something else about the request has changed, once typing pauses
     */
    ReplayForm(TargetField target, Runnable onSend, Runnable onMode, Runnable onRequest) {
        super(10);
        this.target = target;
        send = new ActionButton(text("replay.send"), Icon.REPLAY, onSend).accented();
        signing.getItems().setAll(text("replay.asReceived"), text("replay.signAnew"));
        signing.getSelectionModel().select(0);
        signing.setMinWidth(Region.USE_PREF_SIZE);
        signing.valueProperty().subscribe((_, _) -> onRequest.run());
        target.getEditor().textProperty().subscribe((_, _) -> typing.playFromStart());
        target.getEditor().setOnAction(_ -> onSend.run());
        typing.setOnFinished(_ -> onRequest.run());
        Field targetField = new Field(text("replay.target"), target);
        HBox.setHgrow(targetField, Priority.ALWAYS);
        HBox where = new HBox(8, targetField, new Field(text("replay.as"), signing), send);
        where.setAlignment(Pos.BOTTOM_LEFT);
        joinModes(onMode);
        getStyleClass().add("replay-form");
        getChildren().setAll(modes, where, fields, findings);
    }

    private void joinModes(Runnable onMode) {
        ToggleGroup group = new ToggleGroup();
        for (ToggleButton mode : List.of(once, asProvider)) {
            mode.getStyleClass().add("quiet");
            mode.setToggleGroup(group);
        }
        once.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                showFields();
                onMode.run();
            }
        });
    }

    private void showFields() {
        fields.setVisible(!isAsProvider());
        fields.setManaged(!isAsProvider());
    }

    /**
     * Makes ready for other events.
     *
     * @param isOne whether it is one event, which can also be delivered as its provider would
     */
    void show(boolean isOne) {
        fields.show(isOne);
        modes.setVisible(isOne);
        modes.setManaged(isOne);
        once.setSelected(true);
        showFields();
    }

    TargetField target() {
        return target;
    }

    boolean isAsProvider() {
        return asProvider.isSelected();
    }

    boolean signsAnew() {
        return signing.getSelectionModel().getSelectedIndex() == 1;
    }

    /**
     * How to send events.
     *
     * @throws Problem if something that was typed cannot be used
     */
    ReplayPlan plan(List<ReplayPlan.Item> items) throws Problem {
        return fields.plan(items);
    }

    /** Whether there is something that can be sent. */
    boolean isReady() {
        return !send.isDisabled();
    }

    void setReady(boolean ready) {
        send.setDisable(!ready);
    }

    void tell(Banner banner) {
        findings.getChildren().setAll(banner.withClose(this::clearFindings));
    }

    void clearFindings() {
        findings.getChildren().clear();
    }
}
