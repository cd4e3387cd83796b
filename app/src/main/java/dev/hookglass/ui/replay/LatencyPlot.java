package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.text;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * How long answers took, from the first of a run on the left to the last on the right: the mean as a line, the longest as the
 * ground behind it. Upwards in steps of ten, since a few slow answers must not flatten all others. For the FX thread.
 */
final class LatencyPlot extends Pane {
    private static final int COLUMNS = 200;
    private static final double HEIGHT = 64;
    private static final int SHORTEST_MICROS = 100;

    private final Polygon longest = new Polygon();
    private final Polyline mean = new Polyline();
    private final Label scale = new Label();
    private final long[] sums = new long[COLUMNS];
    private final int[] counts = new int[COLUMNS];
    private final int[] most = new int[COLUMNS];
    /** Fewer than there is room for, where there are fewer answers. */
    private int columns = COLUMNS;
    private long total = 1;
    private long seen;

    LatencyPlot() {
        getStyleClass().add("latency-plot");
        longest.getStyleClass().add("longest");
        mean.getStyleClass().add("mean");
        longest.setManaged(false);
        mean.setManaged(false);
        scale.getStyleClass().add("muted");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().addAll(longest, mean, scale);
        setAccessibleText(text("replay.plot"));
    }

    /** Begins anew, for a run of so many. */
    void begin(long newTotal) {
        total = Math.max(1, newTotal);
        columns = (int) Math.min(COLUMNS, total);
        seen = 0;
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(most, 0);
        requestLayout();
    }

    void add(List<ResultRow> rows) {
        for (ResultRow row : rows) {
            int column = (int) Math.min(columns - 1, seen++ * columns / total);
            sums[column] += row.micros();
            counts[column]++;
            most[column] = Math.max(most[column], row.micros());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int highest = Math.max(10 * SHORTEST_MICROS, Arrays.stream(most).max().orElse(0));
        longest.getPoints().clear();
        mean.getPoints().clear();
        double last = 0;
        for (int column = 0; column < columns; column++) {
            if (counts[column] > 0) {
                double x = columns == 1 ? 0 : column * getWidth() / (columns - 1);
                if (longest.getPoints().isEmpty()) {
                    longest.getPoints().addAll(x, getHeight());
                }
                draw(x, column, highest);
                last = x;
            }
        }
        if (columns == 1 && seen > 0) {
            // One by itself would be a line without a width.
            last = getWidth();
            draw(last, 0, highest);
        }
        longest.getPoints().addAll(last, getHeight());
        scale.setText(
                seen == 0 ? "" : text("replay.plot.longest", ResultWords.millis(Arrays.stream(most).max().orElse(0))));
        scale.resizeRelocate(6, 3, scale.prefWidth(-1), scale.prefHeight(-1));
    }

    private void draw(double x, int column, int highest) {
        longest.getPoints().addAll(x, height(most[column], highest));
        mean.getPoints().addAll(x, height((double) sums[column] / counts[column], highest));
    }

    private double height(double time, int highest) {
        double part = Math.log(Math.max(1, time / SHORTEST_MICROS)) / Math.log((double) highest / SHORTEST_MICROS);
        // Room above for the scale, and below for the line's own width.
        return getHeight() - 2 - part * (getHeight() - 22);
    }
}
