package dev.hookglass.ui.timeline;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.ledger.TimeCounts;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What was found over time, stacked by verdict and live. Dragging, or clicking a bar, narrows the filter to that range; a
 * double click or Escape widens it again. By keyboard: arrows, with Shift for a range, and Enter. For the FX thread.
 */
public final class TimelineView extends StackPane {
    private static final double LEAST_BREATH_MILLIS = 250;
    private static final double MOST_BREATH_MILLIS = 2_000;
    /** So many times as long as counting took it rests: many events are counted less often. */
    private static final int BREATH = 10;
    /** A timeline that ends less than this part of its length ago is taken for a live one, and goes on until now. */
    private static final int LIVE_PART = 5;
    /** The first events are not to fill the whole, with an axis in milliseconds. */
    private static final Duration LEAST_LIVE = Duration.ofSeconds(30);
    private static final double DRAG = 4;

    private final Supplier<Ledger> ledger;
    private final ObservableValue<EventIds> found;
    private final StringProperty filter;
    private final Latest counting;
    private final PauseTransition breath = new PauseTransition();
    private final Bars bars = new Bars();
    private final Label told = new Label();
    private @Nullable TimeCounts counts;
    private boolean isDue;
    private boolean isBusy;
    private double pressed = -1;
    private int anchor = -1;
    private int cursor = -1;

    /**
     * @param ledger what counts
     * @param found the events that are shown
     * @param filter what is typed into the filter field; a range is put into it
     */
    public TimelineView(Supplier<Ledger> ledger, ObservableValue<EventIds> found, StringProperty filter,
            Background background) {
        this.ledger = ledger;
        this.found = found;
        this.filter = filter;
        this.counting = new Latest(background);
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(text("timeline.title"));
        setAccessibleHelp(text("timeline.help"));
        told.getStyleClass().add("told");
        told.setMouseTransparent(true);
        IconButton whole = new IconButton(Icon.UNDO, text("timeline.whole"), this::reset);
        whole.visibleProperty().bind(filter.map(RangeWords::areIn));
        setAlignment(told, Pos.TOP_LEFT);
        setAlignment(whole, Pos.TOP_RIGHT);
        getChildren().addAll(bars, told, whole);
        listen();
    }

    private void listen() {
        found.subscribe(this::countSoon);
        widthProperty().subscribe(this::countSoon);
        breath.setOnFinished(_ -> count());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse -> select(bars.bucketAt(pressed), bars.bucketAt(mouse.getX())));
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        setOnMouseMoved(mouse -> select(bars.bucketAt(mouse.getX()), bars.bucketAt(mouse.getX())));
        setOnMouseExited(_ -> forget());
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                forget();
            }
        });
    }

    private void countSoon() {
        isDue = true;
        if (!isBusy) {
            count();
        }
    }

    private void count() {
        isBusy = isDue;
        if (!isDue) {
            return;
        }
        isDue = false;
        EventIds ids = found.getValue();
        int most = bars.mostBuckets();
        long start = System.nanoTime();
        counting.ask(() -> count(ledger.get(), ids, most), counted -> {
            show(counted);
            rest(System.nanoTime() - start);
        }, problem -> {
            say(problem);
            rest(System.nanoTime() - start);
        });
    }

    private void rest(long countedNanos) {
        breath.setDuration(javafx.util.Duration
                .millis(Math.clamp(BREATH * countedNanos / 1e6, LEAST_BREATH_MILLIS, MOST_BREATH_MILLIS)));
        breath.playFromStart();
    }

    private static TimeCounts count(Ledger ledger, EventIds ids, int mostBuckets) {
        TimeCounts.Span span = TimeCounts.span(ledger, ids);
        Instant now = Instant.now();
        Duration length = Duration.between(span.first(), span.last());
        boolean isLive = Duration.between(span.last(), now)
                .compareTo(length.dividedBy(LIVE_PART).plusSeconds(LIVE_PART)) < 0 && now.isAfter(span.last());
        Instant begin = now.minus(LEAST_LIVE);
        return TimeCounts.count(ledger, ids,
                isLive ? new TimeCounts.Span(span.first().isBefore(begin) ? span.first() : begin, now) : span,
                mostBuckets);
    }

    private void show(TimeCounts counted) {
        counts = counted;
        bars.show(counted);
        bars.setVisible(counted.highest() > 0);
        setAccessibleText(text("timeline.title") + ": " + TimeWords.of(counted, 0, counted.buckets() - 1));
        if (cursor >= 0) {
            select(Math.min(anchor, counted.buckets() - 1), Math.min(cursor, counted.buckets() - 1));
        }
    }

    private void say(Problem problem) {
        told.setText(problem.sentence());
    }

    /** Marks buckets and tells what is in them. */
    private void select(int from, int to) {
        if (counts != null) {
            anchor = from;
            cursor = to;
            int first = Math.min(from, to);
            int last = Math.max(from, to);
            bars.mark(first, last);
            String words = TimeWords.of(counts, first, last);
            told.setText(words);
            setAccessibleText(words);
        }
    }

    private void forget() {
        anchor = -1;
        cursor = -1;
        bars.mark(-1, -1);
        told.setText("");
    }

    private void press(MouseEvent mouse) {
        requestFocus();
        if (mouse.getButton() == MouseButton.PRIMARY) {
            pressed = mouse.getX();
        }
    }

    private void release(MouseEvent mouse) {
        double from = pressed;
        pressed = -1;
        if (mouse.getClickCount() > 1) {
            reset();
        } else if (from >= 0 && Math.abs(mouse.getX() - from) >= DRAG) {
            select(bars.bucketAt(from), bars.bucketAt(mouse.getX()));
            zoom();
        } else if (from >= 0) {
            select(bars.bucketAt(from), bars.bucketAt(from));
            zoom();
        }
    }

    private void key(KeyEvent key) {
        int last = counts == null ? 0 : counts.buckets() - 1;
        int place = cursor < 0 ? last : cursor;
        switch (key.getCode()) {
            case LEFT -> move(Math.max(0, cursor < 0 ? last : place - 1), key.isShiftDown());
            case RIGHT -> move(Math.min(last, place + 1), key.isShiftDown());
            case HOME -> move(0, key.isShiftDown());
            case END -> move(last, key.isShiftDown());
            case ENTER -> zoom();
            case ESCAPE -> reset();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int bucket, boolean isExtending) {
        select(isExtending && anchor >= 0 ? anchor : bucket, bucket);
    }

    private void zoom() {
        if (counts != null && cursor >= 0 && hasEvents(counts, Math.min(anchor, cursor), Math.max(anchor, cursor))) {
            filter.set(RangeWords.with(filter.get(), counts.at(Math.min(anchor, cursor)),
                    counts.at(Math.max(anchor, cursor) + 1)));
            forget();
        }
    }

    /** A range without events would show nothing, not even how to come back. */
    private static boolean hasEvents(TimeCounts counts, int first, int last) {
        return IntStream.rangeClosed(first, last).anyMatch(bucket -> counts.total(bucket) > 0);
    }

    private void reset() {
        filter.set(RangeWords.without(filter.get()));
        forget();
    }
}
