package dev.hookglass.ui.base;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Colour;
import javafx.scene.control.Label;

/** A colour that a person gave: a square of it with the first letter of its name, so that it is told without colour too. */
public final class ColourBadge extends Label {
    public ColourBadge(Colour colour) {
        super(nameOf(colour).substring(0, 1));
        getStyleClass().addAll("colour-badge", "colour-" + colour.word());
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(nameOf(colour));
    }

    /** The name in words. */
    public static String nameOf(Colour colour) {
        return text("colour." + colour.word());
    }
}
