package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.CopyButton;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure that should not have happened: logged, and told once with details to copy. For the FX thread. */
final class Bugs {
    private static final Logger LOG = LoggerFactory.getLogger(Bugs.class);
    private static boolean isShown;

    private Bugs() {}

    static void show(Throwable bug) {
        LOG.error("A bug", bug);
        if (isShown) {
            return;
        }
        isShown = true;
        StringWriter details = new StringWriter();
        bug.printStackTrace(new PrintWriter(details));
        TextArea area = new TextArea(details.toString());
        area.setEditable(false);
        area.getStyleClass().add("mono");
        ButtonType copy = new ButtonType(text("bug.copy"), ButtonData.LEFT);
        Alert alert = new Alert(Alert.AlertType.ERROR, text("bug.text"), copy, ButtonType.CLOSE);
        alert.setTitle(text("bug.title"));
        alert.setHeaderText(text("bug.title"));
        alert.getDialogPane().setExpandableContent(area);
        alert.resultProperty().subscribe(chosen -> {
            if (chosen == copy) {
                CopyButton.copy(details.toString());
            }
        });
        alert.setOnHidden(_ -> isShown = false);
        alert.show();
    }
}
