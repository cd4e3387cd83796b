package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.workbench.Workbench;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the port to listen on. */
final class PortForm extends VBox {
    private final Workbench workbench;
    private final Background background;
    private final Runnable onDone;
    private final TextField port = new TextField();
    private final VBox findings = new VBox();

    PortForm(Workbench workbench, Background background, int current, Runnable onDone) {
        this.workbench = workbench;
        this.background = background;
        this.onDone = onDone;
        getStyleClass().add("sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(text("port.title"));
        title.getStyleClass().add("title");
        Label explanation = new Label(text("port.explanation"));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("muted");
        port.setText(Integer.toString(current));
        port.setOnAction(_ -> listen());
        port.setMaxWidth(120);
        port.setAccessibleText(text("port.title"));
        HBox buttons = new HBox(8, new ActionButton(text("port.cancel"), onDone),
                new ActionButton(text("port.listen"), this::listen).accented());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, explanation, port, findings, buttons);
    }

    /** Puts the cursor into the field. */
    void focus() {
        port.requestFocus();
        port.selectAll();
    }

    private void listen() {
        try {
            ReceiverSettings settings = ReceiverSettings.at(ReceiverSettings.LOOPBACK, number(port.getText().strip()));
            background.run(() -> workbench.listen(settings), _ -> onDone.run(), this::show);
        } catch (Problem problem) {
            show(problem);
        }
    }

    private static int number(String typed) throws Problem {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65_535) {
            throw new Problem(text("port.wrong", typed));
        }
        return Integer.parseInt(typed);
    }

    private void show(Problem problem) {
        findings.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
        port.requestFocus();
        port.selectAll();
    }
}
