package dev.hookglass.ui.statistics;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Bars beside each other, the highest as high as there is room, with words below the first, the middle and the last. */
final class Histogram extends Region {
    private static final double HEIGHT = 110;
    private static final double AXIS = 18;
    private static final double GAP = 1;
    private static final double LEAST = 2;
    private static final double SPACE = 6;
    private static final Duration AT_ONCE = Duration.millis(100);

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> axis = List.of(new Label(), new Label(), new Label());
    private List<Bar> shown = List.of();

    /**
     * A bar.
     *
     * @param name where it begins
     * @param events how high it is
     */
    record Bar(String name, long events) {}

    Histogram() {
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        getChildren().addAll(axis);
        axis.forEach(label -> label.getStyleClass().add("axis"));
    }

    void show(List<Bar> changed, String meaning) {
        shown = changed;
        while (bars.size() > changed.size()) {
            getChildren().remove(bars.removeLast());
        }
        while (bars.size() < changed.size()) {
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            bars.add(bar);
            getChildren().add(bar);
        }
        for (int i = 0; i < bars.size(); i++) {
            Tooltip tooltip = new Tooltip(
                    text("statistics.bar", changed.get(i).name(), count("events.count", changed.get(i).events())));
            tooltip.setShowDelay(AT_ONCE);
            Tooltip.install(bars.get(i), tooltip);
        }
        for (int i = 0; i < axis.size(); i++) {
            int bar = i * (changed.size() - 1) / 2;
            axis.get(i).setText(changed.isEmpty() || i == 1 && changed.size() < 3 ? "" : changed.get(bar).name());
        }
        setAccessibleText(meaning);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        long highest = Math.max(1, shown.stream().mapToLong(Bar::events).max().orElse(1));
        double step = getWidth() / Math.max(1, shown.size());
        double room = getHeight() - AXIS;
        for (int i = 0; i < bars.size(); i++) {
            long events = shown.get(i).events();
            double height = events == 0 ? 0 : Math.max(LEAST, room * (double) events / highest);
            bars.get(i).resizeRelocate(Math.rint(i * step), room - height,
                    Math.max(1, Math.rint((i + 1) * step) - Math.rint(i * step) - GAP), height);
        }
        layoutAxis(step, room);
    }

    private void layoutAxis(double step, double room) {
        double free = 0;
        for (int i = 0; i < axis.size(); i++) {
            Label label = axis.get(i);
            double width = label.prefWidth(AXIS);
            double x = i == 0
                    ? 0
                    : i == 1 ? Math.floorDiv(shown.size() - 1, 2) * step : getWidth() - width;
            label.resizeRelocate(x, room, width, AXIS);
            // The middle one gives way to the last.
            boolean hasRoom = i != 1 || x + width + axis.getLast().prefWidth(AXIS) < getWidth() - SPACE;
            label.setVisible(hasRoom && x >= free);
            free = hasRoom ? x + width + SPACE : free;
        }
    }
}
