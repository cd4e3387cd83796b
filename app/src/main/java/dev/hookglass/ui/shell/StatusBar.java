package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Sizes;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The counts at the lower edge. */
final class StatusBar extends HBox {
    /** So few are read in no time. */
    private static final long NEARLY_DONE = 5_000;

    private final Label received = new Label();
    private final Label stored = new Label();
    private final Hyperlink rejected = new Hyperlink();
    private final Label indexing = new Label();
    private final Label rate = new Label();
    private final Label size = new Label();

    /**
     * @param folder the data folder, told when the pointer rests on the size
     * @param onRejected asked for the list of what was rejected
     */
    StatusBar(String folder, Runnable onRejected) {
        getStyleClass().add("status-bar");
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        size.setTooltip(new Tooltip(text("status.folder", folder)));
        rejected.setOnAction(_ -> onRejected.run());
        rejected.setTooltip(new Tooltip(text("status.rejected.explained")));
        indexing.setTooltip(new Tooltip(text("status.indexing.explained")));
        getChildren().addAll(received, stored, rejected, space, indexing, rate, size);
    }

    void show(Overview.Counts counts) {
        received.setText(text("status.received", number(counts.received())));
        stored.setText(text("status.stored", number(counts.stored())));
        rejected.setText(text("status.rejected", number(counts.rejected())));
        rejected.getStyleClass().remove("attention");
        if (counts.rejected() > 0) {
            rejected.getStyleClass().add("attention");
        }
        indexing.setVisible(counts.search().behind() > NEARLY_DONE);
        indexing.setText(text("status.indexing", number(counts.search().indexed()),
                number(counts.search().indexed() + counts.search().behind())));
        rate.setText(text("status.rate", String.format(Locale.ROOT, "%.0f", counts.perSecond())));
        size.setText(text("status.size", Sizes.of(counts.bytesOnDisk())));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
