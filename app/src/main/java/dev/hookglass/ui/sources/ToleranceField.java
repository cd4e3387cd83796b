package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Timestamp;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** How old a signature may be; there only for providers that send a time. */
final class ToleranceField extends HBox {
    private static final double WIDTH = 84;

    private final TextField age = new TextField();
    private boolean hasTime;

    ToleranceField() {
        age.setPrefWidth(WIDTH);
        age.setMinWidth(WIDTH);
        age.setAccessibleText(text("sources.tolerance"));
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tolerance");
        getChildren().addAll(new Label(text("sources.tolerance.before")), age,
                new Label(text("sources.tolerance.after")));
        judgeBy(Optional.empty());
    }

    void show(Optional<Duration> tolerance) {
        age.setText(tolerance.map(AgeText::of).orElse(""));
    }

    /** Shows what a provider accepts where nothing is written. */
    void judgeBy(Optional<Provider> provider) {
        Optional<Timestamp> timestamp = provider.flatMap(found -> found.scheme().timestamp());
        hasTime = timestamp.isPresent();
        age.setPromptText(timestamp.flatMap(Timestamp::tolerance).map(AgeText::of)
                .orElseGet(() -> text("sources.tolerance.any")));
        setVisible(hasTime);
        setManaged(hasTime);
    }

    /**
     * What is written; empty for what the provider accepts.
     *
     * @throws Problem if it is no duration; the field has the focus then
     */
    Optional<Duration> tolerance() throws Problem {
        if (!hasTime || age.getText().isBlank()) {
            return Optional.empty();
        }
        Optional<Duration> written = AgeText.read(age.getText());
        if (written.isEmpty()) {
            age.requestFocus();
            throw new Problem(text("sources.tolerance.wrong", age.getText().strip()));
        }
        return written;
    }
}
