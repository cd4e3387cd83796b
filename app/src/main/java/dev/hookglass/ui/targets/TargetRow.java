package dev.hookglass.ui.targets;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.store.AttemptSummary;
import dev.hookglass.target.Target;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Moments;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A target: its name, and the status of the last delivery to it. A click opens it. */
final class TargetRow extends Button {

    private final Target target;
    private final FontIcon glyph = Icon.DELIVERY.node();
    private final Label last = new Label("", glyph);
    private final Tooltip tooltip = new Tooltip();

    TargetRow(Target target, Runnable onEdit) {
        this.target = target;
        getStyleClass().addAll(Styles.FLAT, "side-row", "target-row");
        Label name = new Label(target.name());
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        last.getStyleClass().add("last");
        last.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, Icon.TARGET.node(), name, space, last);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(18));
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setTooltip(tooltip);
        setOnAction(_ -> onEdit.run());
        show(Optional.empty());
    }

    Target target() {
        return target;
    }

    /** Shows what the last delivery came to, if there was one. */
    void show(Optional<AttemptSummary> attempt) {
        last.setVisible(attempt.isPresent());
        String words = attempt
                .map(known -> text("targets.last", known.status() == 0 ? text("outcome.failed") : known.status(),
                        Moments.of(known.at())))
                .orElse(text("targets.never"));
        attempt.ifPresent(this::showLast);
        tooltip.setText(target.name() + "\n" + target.url() + "\n" + words);
        setAccessibleText(target.name() + ", " + words);
    }

    private void showLast(AttemptSummary attempt) {
        int code = attempt.status();
        boolean isGood = code >= 200 && code < 300;
        (isGood ? Icon.SUCCESS : Icon.DANGER).into(glyph);
        last.setText(code == 0 ? text("targets.noAnswer") : Integer.toString(code));
        last.getStyleClass().removeIf(name -> name.startsWith("status-"));
        last.getStyleClass().add(code == 0 ? "status-5xx" : "status-" + code / 100 + "xx");
    }
}
