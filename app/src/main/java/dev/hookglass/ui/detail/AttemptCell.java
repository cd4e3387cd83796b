package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.ui.base.OutcomeWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** An attempt in a line: when, where to, what came of it, how long it took. */
final class AttemptCell extends ListCell<Attempt> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Label time = new Label();
    private final Label url = new Label();
    private final Label status = new Label();
    private final Label millis = new Label();
    private final HBox line = new HBox(10, time, url, status, millis);

    AttemptCell() {
        time.getStyleClass().addAll("mono", "muted");
        url.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        url.setMaxWidth(Double.MAX_VALUE);
        url.setMinWidth(0);
        HBox.setHgrow(url, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        status.setMinWidth(USE_PREF_SIZE);
        millis.setMinWidth(USE_PREF_SIZE);
        millis.getStyleClass().add("muted");
        line.setAlignment(Pos.CENTER_LEFT);
        // The URL gives way, so that a long one never pushes the outcome out of sight.
        line.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Attempt attempt, boolean empty) {
        super.updateItem(attempt, empty);
        if (attempt == null || empty) {
            setGraphic(null);
            return;
        }
        time.setText(TIME.format(attempt.at()));
        url.setText(attempt.request().url().toString());
        status.setText(OutcomeWords.status(attempt.outcome()));
        status.getStyleClass().removeIf(name -> name.startsWith("status-"));
        status.getStyleClass().add(OutcomeWords.styleClass(attempt.outcome()));
        millis.setText(text("deliveries.millis", OutcomeWords.millis(attempt.outcome())));
        setGraphic(line);
    }
}
