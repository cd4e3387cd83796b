package dev.hookglass.ui.base;

import dev.hookglass.event.Verdict.Outcome;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A verdict as glyph, word and colour. What is normal is quiet, what is wrong is loud. Fit for cells, which reuse it. */
public final class VerdictLabel extends Label {
    private final FontIcon glyph = Icon.UNCHECKED.node();
    private @Nullable Outcome shown;

    public VerdictLabel() {
        getStyleClass().add("verdict");
        setGraphic(glyph);
    }

    public VerdictLabel(Outcome outcome) {
        this();
        show(outcome);
    }

    /** Shows an outcome instead of the one before. */
    public void show(Outcome outcome) {
        if (outcome == shown) {
            // Another style class, though it be the same, has JavaFX look through the whole style sheet.
            return;
        }
        iconOf(outcome).into(glyph);
        setText(outcome.word());
        if (shown != null) {
            getStyleClass().remove(styleClass(shown));
        }
        getStyleClass().add(styleClass(outcome));
        shown = outcome;
    }

    /** The style class that colours whatever shows an outcome, such as {@code verdict-invalid}. */
    public static String styleClass(Outcome outcome) {
        return "verdict-" + outcome.word();
    }

    public static Icon iconOf(Outcome outcome) {
        return switch (outcome) {
            case VALID -> Icon.VALID;
            case INVALID -> Icon.INVALID;
            case STALE -> Icon.STALE;
            case MISSING -> Icon.MISSING;
            case MALFORMED -> Icon.MALFORMED;
            case UNCHECKED -> Icon.UNCHECKED;
            case UNSIGNED -> Icon.UNSIGNED;
        };
    }
}
