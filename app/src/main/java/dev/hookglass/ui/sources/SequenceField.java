package dev.hookglass.ui.sources;

import atlantafx.base.theme.Styles;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.ReplySequence;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A field for answers in turn, and what is wrong with them below it. */
final class SequenceField extends VBox {
    private final TextField field = new TextField();
    private final Label objection = new Label();
    private final Runnable onChange;

    SequenceField(String prompt, Runnable onChange) {
        super(4);
        this.onChange = onChange;
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        objection.getStyleClass().add("objection");
        objection.setWrapText(true);
        objection.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(field, objection);
        field.textProperty().subscribe(this::check);
    }

    void setText(String text) {
        field.setText(text);
    }

    boolean isBlank() {
        return field.getText().isBlank();
    }

    private void check() {
        Optional<String> wrong = Optional.empty();
        try {
            if (!isBlank()) {
                ReplySequence.parse(field.getText());
            }
        } catch (Problem problem) {
            wrong = Optional.of(problem.sentence());
        }
        objection.setText(wrong.orElse(""));
        objection.setVisible(wrong.isPresent());
        objection.setManaged(wrong.isPresent());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong.isPresent());
        onChange.run();
    }

    /** What is written, in its usual form if it can be read. */
    String told() {
        try {
            return isBlank() ? "…" : ReplySequence.parse(field.getText()).text();
        } catch (Problem e) {
            return field.getText();
        }
    }

    /**
     * What is written.
     *
     * @throws Problem if it cannot be read; the field has the focus then
     */
    ReplySequence sequence() throws Problem {
        try {
            return ReplySequence.parse(field.getText());
        } catch (Problem problem) {
            field.requestFocus();
            throw problem;
        }
    }
}
