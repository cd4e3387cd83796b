package dev.hookglass.ui.events;

import dev.hookglass.filter.FilterException;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Region;

/** The line below the word of a filter that is wrong. */
final class FilterMark extends Region {
    private static final double HEIGHT = 2;

    FilterMark() {
        getStyleClass().add("filter-mark");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Puts it below the word, as far as that is in sight. */
    void place(TextField field, FilterException wrong) {
        double end = field.getWidth() - field.snappedRightInset();
        double from = Math.clamp(x(field, wrong.start()), 0, end);
        double to = Math.clamp(x(field, wrong.end()), from, end);
        resizeRelocate(from, field.getHeight() - field.snappedBottomInset() - 2 * HEIGHT, to - from, HEIGHT);
        toFront();
    }

    /** Where a character stands, in the field. */
    static double x(TextField field, int index) {
        if (!(field.getSkin() instanceof TextFieldSkin skin) || field.getText().isEmpty()) {
            return 0;
        }
        int last = field.getText().length() - 1;
        Rectangle2D bounds = skin.getCharacterBounds(Math.min(index, last));
        return index > last ? bounds.getMaxX() : bounds.getMinX();
    }
}
