package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.check.Report;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Icon;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/** Keeps what a check found as a file. */
final class ReportBar extends HBox {
    private final Background background;
    private final Consumer<Problem> onProblem;
    private final Label done = new Label();
    private @Nullable Report report;

    ReportBar(Background background, Consumer<Problem> onProblem) {
        super(10);
        this.background = background;
        this.onProblem = onProblem;
        done.getStyleClass().add("muted");
        getStyleClass().add("report-bar");
        getChildren().addAll(new ActionButton(text("check.save"), Icon.SAVE, this::choose), done);
        clear();
    }

    void show(Report made) {
        report = made;
        done.setText("");
        setVisible(true);
        setManaged(true);
    }

    void clear() {
        report = null;
        setVisible(false);
        setManaged(false);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("check.save"));
        chooser.setInitialFileName("check.html");
        chooser.getExtensionFilters().setAll(new ExtensionFilter(text("check.save.html"), "*.html"),
                new ExtensionFilter(text("check.save.junit"), "*.xml"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            save(file.toPath());
        }
    }

    void save(Path file) {
        Report saved = report;
        if (saved != null) {
            background.run(() -> write(saved, file), () -> done.setText(text("check.saved", file)), onProblem);
        }
    }

    private static void write(Report report, Path file) throws Problem {
        if (file.toString().endsWith(".xml")) {
            report.writeJunit(file);
        } else {
            report.writeHtml(file);
        }
    }
}
