package dev.hookglass.ui.base;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;

/** A button with words that are never cut short: what is beside it gives way instead. */
public final class ActionButton extends Button {
    public ActionButton(String label, Runnable action) {
        super(label);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> action.run());
    }

    public ActionButton(String label, Icon icon, Runnable action) {
        this(label, action);
        setGraphic(icon.node());
    }

    /** Makes it the accented one, of which a region has at most one. */
    public ActionButton accented() {
        getStyleClass().add(Styles.ACCENT);
        return this;
    }

    /** Takes its frame away until the pointer is over it. */
    public ActionButton flat() {
        getStyleClass().add(Styles.FLAT);
        return this;
    }
}
