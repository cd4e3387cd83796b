package dev.hookglass.ui.statistics;

import static dev.hookglass.ui.base.Messages.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Which part of the whole each of some things has: its name, a bar, the number and the part. */
final class Shares extends GridPane {
    private static final int FULL = 100;

    /**
     * A thing.
     *
     * @param name in whatever form it is shown
     * @param words its name in words
     * @param events how many events it has
     * @param styleClass that colours its bar; empty for the accent's colour
     */
    record Share(Node name, String words, long events, Optional<String> styleClass) {}

    Shares() {
        getStyleClass().add("shares");
        ColumnConstraints grows = new ColumnConstraints();
        grows.setHgrow(Priority.ALWAYS);
        grows.setFillWidth(true);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), grows, number, number);
    }

    void show(List<Share> shares, long all) {
        getChildren().clear();
        int row = 0;
        for (Share share : shares) {
            double part = all == 0 ? 0 : (double) share.events() / all;
            ProgressBar bar = new ProgressBar(part);
            bar.setMaxWidth(Double.MAX_VALUE);
            share.styleClass().ifPresent(bar.getStyleClass()::add);
            String percent = String.format(Locale.ROOT, part > 0 && part < 0.01 ? "%.2f" : "%.0f", part * FULL);
            bar.setAccessibleText(text("statistics.share", share.words(), percent));
            addRow(row++, share.name(), bar, whole(String.format("%,d", share.events())),
                    whole(text("statistics.percent", percent)));
        }
    }

    /** A figure, which is never cut short: a name is, if there is not enough room. */
    private static Label whole(String figure) {
        Label label = new Label(figure);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
