package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Change;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.OutcomeWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
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
    private static final String PLAIN = "http://";

    private final Label time = new Label();
    private final Label url = new Label();
    private final Label status = new Label();
    private final Label millis = new Label();
    private final Label change = new Label();
    private final Function<Attempt, Optional<Attempt>> before;
    private final HBox line = new HBox(10, time, url, change, status, millis);

    /** @param before the attempt before one, to the same place */
    AttemptCell(Function<Attempt, Optional<Attempt>> before) {
        this.before = before;
        time.getStyleClass().addAll("mono", "muted");
        url.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        url.setMaxWidth(Double.MAX_VALUE);
        url.setMinWidth(0);
        HBox.setHgrow(url, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        status.setMinWidth(USE_PREF_SIZE);
        millis.setMinWidth(USE_PREF_SIZE);
        change.setMinWidth(USE_PREF_SIZE);
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
        String whole = attempt.request().url().toString();
        // Most targets are on this machine, and what is cut short is rather to be their path.
        url.setText(whole.startsWith(PLAIN) ? whole.substring(PLAIN.length()) : whole);
        url.setAccessibleText(whole);
        status.setText(OutcomeWords.status(attempt.outcome()));
        status.getStyleClass().removeIf(name -> name.startsWith("status-"));
        status.getStyleClass().add(OutcomeWords.styleClass(attempt.outcome()));
        millis.setText(text("deliveries.millis", OutcomeWords.millis(attempt.outcome())));
        show(Change.of(before.apply(attempt).map(earlier -> OptionalInt.of(earlier.outcome().status()))
                .orElse(OptionalInt.empty()), attempt.outcome().status()));
        setGraphic(line);
    }

    private void show(Change found) {
        change.getStyleClass().removeIf(name -> name.startsWith("status-"));
        switch (found) {
            case FIRST -> change.setText("");
            case SAME -> change.setText(text("deliveries.same"));
            case FIXED -> {
                change.setText(text("deliveries.fixed"));
                change.getStyleClass().add("status-2xx");
            }
            case REGRESSED -> {
                change.setText(text("deliveries.regressed"));
                change.getStyleClass().add("status-5xx");
            }
        }
        change.setGraphic(switch (found) {
            case FIRST, SAME -> null;
            case FIXED -> Icon.SUCCESS.node();
            case REGRESSED -> Icon.DANGER.node();
        });
    }
}
