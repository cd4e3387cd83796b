package dev.hookglass.ui.base;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A flat button that shows only an icon; its tooltip, read to who cannot see it, says what it does. */
public final class IconButton extends Button {
    private final FontIcon node;
    private final Tooltip tooltip = new Tooltip();

    public IconButton(Icon icon, String meaning, Runnable action) {
        node = icon.node();
        setGraphic(node);
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setTooltip(tooltip);
        show(icon, meaning);
        setOnAction(_ -> action.run());
    }

    /** Shows another icon and meaning, as a button does that pauses and resumes. */
    public void show(Icon icon, String meaning) {
        icon.into(node);
        tooltip.setText(meaning);
        setAccessibleText(meaning);
    }
}
