package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SecretWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The days between which a secret is valid, both included; either may be open. */
final class SecretDates extends HBox {
    private static final double WIDTH = 128;

    private final ZoneId zone = ZoneId.systemDefault();
    private final Secret shown;
    private final DatePicker from = picker(text("sources.secret.from"));
    private final DatePicker until = picker(text("sources.secret.until"));

    SecretDates(Secret shown) {
        this.shown = shown;
        from.setValue(firstDay().orElse(null));
        until.setValue(lastDay().orElse(null));
        setSpacing(6);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("secret-dates");
        getChildren().addAll(new Label(text("sources.secret.from")), from, new Label(text("sources.secret.until")),
                until);
    }

    private static DatePicker picker(String meaning) {
        DatePicker picker = new DatePicker();
        picker.setPrefWidth(WIDTH);
        picker.setPromptText(text("sources.secret.open"));
        picker.setAccessibleText(meaning);
        return picker;
    }

    private Optional<LocalDate> firstDay() {
        return shown.from().map(time -> LocalDate.ofInstant(time, zone));
    }

    private Optional<LocalDate> lastDay() {
        return shown.until().map(time -> LocalDate.ofInstant(time.minusNanos(1), zone));
    }

    /** The day as it is written; one that was typed counts without Enter, which saves the form. */
    private static Optional<LocalDate> day(DatePicker picker) {
        try {
            return Optional.ofNullable(picker.getConverter().fromString(picker.getEditor().getText()));
        } catch (DateTimeException notADay) {
            return Optional.ofNullable(picker.getValue());
        }
    }

    /** Whether there is a day to show. */
    boolean isLimited() {
        return from.getValue() != null || until.getValue() != null;
    }

    /** When it begins: to the second as it was, unless another day was chosen. */
    Optional<Instant> from() {
        Optional<LocalDate> day = day(from);
        return day.equals(firstDay()) ? shown.from() : day.map(chosen -> SecretWindow.beginningOf(chosen, zone));
    }

    /** When it ends, likewise. */
    Optional<Instant> until() {
        Optional<LocalDate> day = day(until);
        return day.equals(lastDay()) ? shown.until() : day.map(chosen -> SecretWindow.endOf(chosen, zone));
    }

    void focus() {
        until.requestFocus();
    }
}
