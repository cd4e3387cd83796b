package dev.hookglass.ui.timeline;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ledger.TimeCounts;
import dev.hookglass.ui.base.VerdictLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Draws bars, one for each bucket, what is bad on top. The colours are those that style sheets give to the shapes of one pixel
 * that stand for them here.
 */
final class Bars extends Region {
    /** A single event shall not fill the plot. */
    private static final double MOST_BAR = 24;
    static final double LEFT = 8;
    private static final double RIGHT = 8;
    private static final double TOP = 18;
    private static final double AXIS = 18;
    private static final double LABEL_GAP = 110;
    private static final double LEAST = 2;
    /** From the bottom up. */
    private static final List<Outcome> STACK = List.of(Outcome.VALID, Outcome.UNSIGNED, Outcome.UNCHECKED,
            Outcome.STALE, Outcome.MISSING, Outcome.MALFORMED, Outcome.INVALID);

    private final Canvas canvas = new Canvas();
    private final Map<Outcome, Rectangle> colours = new EnumMap<>(Outcome.class);
    private final Rectangle marked = swatch("marked");
    private final Rectangle line = swatch("line");
    private final Text axis = new Text();
    private @Nullable TimeCounts counts;
    private int firstMarked = -1;
    private int lastMarked = -1;

    Bars() {
        getStyleClass().add("bars");
        for (Outcome outcome : STACK) {
            colours.put(outcome, swatch(VerdictLabel.styleClass(outcome)));
        }
        axis.getStyleClass().add("axis");
        axis.fillProperty().subscribe(this::draw);
        getChildren().addAll(colours.values());
        getChildren().addAll(marked, line, axis, canvas);
        canvas.setMouseTransparent(true);
    }

    private Rectangle swatch(String styleClass) {
        Rectangle swatch = new Rectangle(1, 1);
        swatch.getStyleClass().add(styleClass);
        swatch.setOpacity(0);
        swatch.fillProperty().subscribe(this::draw);
        return swatch;
    }

    void show(TimeCounts shown) {
        counts = shown;
        draw();
    }

    /** Marks some buckets; none below 0. */
    void mark(int first, int last) {
        firstMarked = first;
        lastMarked = last;
        draw();
    }

    /** The bucket at a place; the nearest one outside of them. */
    int bucketAt(double x) {
        return counts == null ? 0 : Math.clamp((int) ((x - LEFT) / step(counts)), 0, counts.buckets() - 1);
    }

    /** Buckets that have room. */
    int mostBuckets() {
        return (int) Math.clamp((getWidth() - LEFT - RIGHT) / 7, 20, 300);
    }

    private double step(TimeCounts shown) {
        return (getWidth() - LEFT - RIGHT) / shown.buckets();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        // Also while it is being made, before the canvas is there.
        if (canvas == null || counts == null) {
            return;
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double step = step(counts);
        double bottom = canvas.getHeight() - AXIS;
        if (firstMarked >= 0) {
            pen.setFill(marked.getFill());
            pen.fillRect(LEFT + firstMarked * step, 0, (lastMarked - firstMarked + 1) * step, bottom);
        }
        pen.setFill(line.getFill());
        pen.fillRect(LEFT, bottom, canvas.getWidth() - LEFT - RIGHT, 1);
        double perEvent = (bottom - TOP) / Math.max(1, counts.highest());
        for (int bucket = 0; bucket < counts.buckets(); bucket++) {
            drawBar(pen, counts, bucket, bottom, perEvent, step);
        }
        drawAxis(pen, counts, step);
    }

    private void drawBar(GraphicsContext pen, TimeCounts shown, int bucket, double bottom, double perEvent,
            double step) {
        double width = Math.clamp(step - Math.min(2, step / 4), 1, MOST_BAR);
        double x = Math.round(LEFT + bucket * step);
        double y = bottom;
        for (Outcome outcome : STACK) {
            int number = shown.events(bucket, outcome);
            if (number > 0) {
                // However few they are among many, they can be seen.
                double height = Math.max(LEAST, number * perEvent);
                y -= height;
                pen.setFill(colour(outcome));
                pen.fillRect(x, y, width, height);
            }
        }
    }

    private Paint colour(Outcome outcome) {
        return colours.getOrDefault(outcome, line).getFill();
    }

    private void drawAxis(GraphicsContext pen, TimeCounts shown, double step) {
        pen.setFill(axis.getFill());
        pen.setFont(Font.font(axis.getFont().getFamily(), 11));
        double every = Math.max(1, Math.ceil(LABEL_GAP / step));
        List<Integer> labelled = new ArrayList<>();
        for (int bucket = 0; bucket < shown.buckets(); bucket += (int) every) {
            labelled.add(bucket);
        }
        for (int bucket : labelled) {
            double x = LEFT + bucket * step;
            Text words = new Text(TimeWords.axis(shown.at(bucket), shown.width().multipliedBy(shown.buckets())));
            words.setFont(pen.getFont());
            // One that would be cut says a wrong time.
            if (x + words.getLayoutBounds().getWidth() < canvas.getWidth()) {
                pen.setTextAlign(TextAlignment.LEFT);
                pen.fillText(words.getText(), x, canvas.getHeight() - 5);
            }
        }
    }
}
