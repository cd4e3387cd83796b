package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import dev.hookglass.ui.base.Icon;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** Begins, and while it runs, cancels. */
final class RunButton extends Button {
    private final FontIcon icon = Icon.RESUME.node();
    private final Runnable onRun;
    private final Runnable onCancel;

    RunButton(Runnable onRun, Runnable onCancel) {
        this.onRun = onRun;
        this.onCancel = onCancel;
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll(Styles.ACCENT, "run");
        showRunning(false);
    }

    void showRunning(boolean isRunning) {
        setText(text(isRunning ? "check.cancel" : "check.run"));
        (isRunning ? Icon.STOP : Icon.RESUME).into(icon);
        setOnAction(_ -> (isRunning ? onCancel : onRun).run());
    }
}
