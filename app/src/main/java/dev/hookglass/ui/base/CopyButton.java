package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** A flat icon button that copies a text and confirms it for a moment. */
public final class CopyButton extends Button {
    private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
    private static final Duration CONFIRMATION = Duration.seconds(1.2);

    private final FontIcon icon = Icon.COPY.node();
    private final PauseTransition confirmation = new PauseTransition(CONFIRMATION);
    private final String meaning;

    /**
     * @param meaning the tooltip, such as “Copy URL”
     * @param content asked when the button is pressed
     */
    public CopyButton(String meaning, Supplier<String> content) {
        this.meaning = meaning;
        setGraphic(icon);
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "copy-button");
        setTooltip(new Tooltip(meaning));
        setAccessibleText(meaning);
        setOnAction(_ -> {
            copy(content.get());
            confirm(true);
            confirmation.playFromStart();
        });
        confirmation.setOnFinished(_ -> confirm(false));
    }

    private void confirm(boolean copied) {
        (copied ? Icon.DONE : Icon.COPY).into(icon);
        setAccessibleText(copied ? text("copy.done") : meaning);
        pseudoClassStateChanged(COPIED, copied);
    }

    /** Puts a text on the clipboard. */
    public static void copy(String content) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, content));
    }
}
