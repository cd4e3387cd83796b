package dev.hookglass.ui;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** How well colours are told apart, as WCAG 2.2 defines it. */
public final class Contrast {
    private Contrast() {}

    /** From 1 to 21, of opaque colours. */
    public static double of(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** What is seen where a colour lies over another. */
    public static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    /** The colour behind a region’s content. */
    public static Color ground(Region region) {
        return (Color) region.getBackground().getFills().getFirst().getFill();
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
