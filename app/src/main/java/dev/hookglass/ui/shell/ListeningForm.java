package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.workbench.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks where to listen, whether for HTTPS too, and how large a body may be. */
final class ListeningForm extends VBox {
    private static final double FIELD_WIDTH = 120;

    private final Workbench workbench;
    private final Background background;
    private final Consumer<Listening> onDone;
    private final TextField port = field(text("port.port"));
    private final CheckBox https = new CheckBox(text("port.https"));
    private final TextField httpsPort = field(text("port.httpsPort"));
    private final TextField maxBody = field(text("port.maxBody"));
    private final VBox findings = new VBox();

    ListeningForm(Workbench workbench, Background background, Listening current, Consumer<Listening> onDone,
            Runnable onCancel) {
        this.workbench = workbench;
        this.background = background;
        this.onDone = onDone;
        getStyleClass().add("sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(text("port.title"));
        title.getStyleClass().add("title");
        port.setText(Integer.toString(current.port()));
        https.setSelected(current.https());
        httpsPort.setText(Integer.toString(current.httpsPort()));
        httpsPort.disableProperty().bind(https.selectedProperty().not());
        maxBody.setText(Integer.toString(current.maxBodyMebibytes()));
        HBox buttons = new HBox(8, new ActionButton(text("port.cancel"), onCancel),
                new ActionButton(text("port.listen"), this::listen).accented());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, words(text("port.explanation")), fields(), words(text("port.httpsExplanation")),
                new ActionButton(text("port.export"), this::export), findings, buttons);
    }

    private TextField field(String label) {
        TextField field = new TextField();
        field.setMaxWidth(FIELD_WIDTH);
        field.setAccessibleText(label);
        field.setOnAction(_ -> listen());
        return field;
    }

    private GridPane fields() {
        GridPane fields = new GridPane(12, 8);
        fields.addRow(0, new Label(text("port.port")), port);
        fields.addRow(1, https, httpsPort);
        fields.addRow(2, new Label(text("port.maxBody")), maxBody);
        return fields;
    }

    private static Label words(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        return words;
    }

    /** Puts the cursor into the first field. */
    void focus() {
        port.requestFocus();
        port.selectAll();
    }

    private void listen() {
        try {
            Listening chosen = new Listening(port(port), https.isSelected(),
                    https.isSelected() ? port(httpsPort) : Listening.FIRST.httpsPort(), mebibytes());
            background.run(() -> chosen.begin(workbench), _ -> onDone.accept(chosen), this::show);
        } catch (Problem problem) {
            show(problem);
        }
    }

    private static int port(TextField field) throws Problem {
        String typed = field.getText().strip();
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65_535) {
            field.requestFocus();
            field.selectAll();
            throw new Problem(text("port.wrong", typed));
        }
        return Integer.parseInt(typed);
    }

    private int mebibytes() throws Problem {
        String typed = maxBody.getText().strip();
        long most = ReceiverSettings.mostBodyBytes() >> 20;
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            maxBody.requestFocus();
            maxBody.selectAll();
            throw new Problem(text("port.wrongSize", typed, most));
        }
        return Integer.parseInt(typed);
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("port.exportTitle"));
        chooser.setInitialFileName("hookglass.pem");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            export(file);
        }
    }

    /** Writes the certificate, without its key, into a file. */
    void export(File file) {
        background.run(() -> write(file),
                _ -> findings.getChildren()
                        .setAll(new Banner(Banner.Kind.SUCCESS, text("port.exported", file.getPath()))),
                this::show);
    }

    private @Nullable Void write(File file) throws Problem {
        try {
            Files.writeString(file.toPath(), workbench.certificate().pem());
            return null;
        } catch (IOException e) {
            throw new Problem(text("port.notWritten", file.getPath()), e);
        }
    }

    private void show(Problem problem) {
        findings.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }
}
