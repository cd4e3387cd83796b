package dev.hookglass.ui.code;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import java.util.function.IntUnaryOperator;
import jfx.incubator.scene.control.richtext.SideDecorator;

/** The numbers beside the lines; a line that goes on with the one before has none. */
final class LineNumbers implements SideDecorator {
    private final IntUnaryOperator numbers;
    private final String widest;

    /**
     * @param numbers the number of the line at an index, 0 for none
     * @param highest the highest among them, which sets the width
     */
    LineNumbers(IntUnaryOperator numbers, int highest) {
        this.numbers = numbers;
        this.widest = "9".repeat(Math.max(2, Integer.toString(highest).length()));
    }

    /** None of its own: that of the measurement node counts. */
    @Override
    public double getPrefWidth(double viewWidth) {
        return 0;
    }

    @Override
    public Node getMeasurementNode(int index) {
        return label(widest);
    }

    @Override
    public Node getNode(int index) {
        int number = numbers.applyAsInt(index);
        return label(number == 0 ? "" : Integer.toString(number));
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("line-number");
        label.setAlignment(Pos.TOP_RIGHT);
        // As high as its line, which may be wrapped, and never higher.
        label.setMinHeight(1);
        label.setPrefHeight(1);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }
}
