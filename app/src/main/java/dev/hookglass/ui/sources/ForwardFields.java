package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.source.Forward;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.ChoiceWords;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a source passes its events on to, and whose answer its senders get. */
final class ForwardFields extends VBox {
    private static final Target NOWHERE = Target.draft("", "");

    private final Targets targets;
    private final ComboBox<Target> target = new ComboBox<>();
    private final CheckBox answers = new CheckBox(text("forward.answers"));
    private final CheckBox retries = new CheckBox(text("forward.retries"));
    private final Label none = new Label(text("forward.noTargets"));
    private final VBox details = new VBox(6, answers, retries);

    ForwardFields(Targets targets) {
        super(6);
        this.targets = targets;
        target.setMaxWidth(Double.MAX_VALUE);
        target.setAccessibleText(text("sources.forward"));
        target.setConverter(new ChoiceWords<>(text("forward.nowhere"), ForwardFields::words));
        HBox.setHgrow(target, Priority.ALWAYS);
        target.valueProperty().subscribe(this::changed);
        none.getStyleClass().add("secondary");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        answers.setTooltip(new Tooltip(text("forward.answers.tip")));
        retries.setTooltip(new Tooltip(text("forward.retries.tip")));
        details.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(target, none, details);
        show(Optional.empty());
    }

    void show(Optional<Forward> forward) {
        target.getItems().setAll(targets.all());
        target.getItems().addFirst(NOWHERE);
        target.setValue(forward.flatMap(to -> targets.find(to.targetId())).orElse(NOWHERE));
        answers.setSelected(forward.map(Forward::answers).orElse(false));
        retries.setSelected(forward.map(Forward::retries).orElse(false));
        boolean hasTargets = target.getItems().size() > 1;
        none.setVisible(!hasTargets);
        none.setManaged(!hasTargets);
        target.setDisable(!hasTargets);
        changed();
    }

    private void changed() {
        boolean isOn = chosen().isPresent();
        details.setVisible(isOn);
        details.setManaged(isOn);
    }

    private Optional<Target> chosen() {
        return Optional.ofNullable(target.getValue()).filter(chosen -> !chosen.equals(NOWHERE));
    }

    /** What is chosen. */
    Optional<Forward> forward() {
        return chosen().map(to -> new Forward(to.id(), answers.isSelected(), retries.isSelected()));
    }

    private static String words(Target chosen) {
        return chosen.equals(NOWHERE) ? text("forward.nowhere") : chosen.name();
    }
}
