package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.HeaderChange;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Each line of an event's head that the target will see otherwise, and why. */
final class ChangesPane extends VBox {
    private static final String MASK = "••••••••";

    private final Workbench workbench;
    private final Latest looking;
    private final Label summary = new Label();
    private final GridPane grid = new GridPane();

    ChangesPane(Workbench workbench, Background background) {
        super(6);
        this.workbench = workbench;
        this.looking = new Latest(background);
        getStyleClass().add("changes");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        summary.getStyleClass().add("muted");
        grid.getStyleClass().add("headers");
        ColumnConstraints names = new ColumnConstraints(110);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(names, values);
        getChildren().addAll(summary, grid);
    }

    private record Found(List<HeaderChange> changes, Predicate<Header> secret) {}

    /**
     * Shows what will differ of an event.
     *
     * @param written where to send
     */
    void show(CapturedEvent event, String written, boolean signAnew) {
        looking.ask(() -> find(event, written, signAnew), this::show, this::tell);
    }

    private Found find(CapturedEvent event, String written, boolean signAnew) throws Problem {
        Destination destination = workbench.targets().destination(written);
        Predicate<Header> ofEvent = workbench.secretHeaders(event.summary())::isSecret;
        return new Found(
                HeaderChange.of(event.request(), workbench.replaying().request(event, destination, signAnew),
                        destination.headers()),
                header -> ofEvent.test(header) || destination.isSecret(header));
    }

    private void show(Found found) {
        summary.setText(found.changes().isEmpty()
                ? text("replay.changes.none")
                : count("replay.changes", found.changes().size()));
        grid.getChildren().clear();
        int row = 0;
        for (HeaderChange change : found.changes()) {
            Label name = new Label(change.name().isEmpty() ? text("replay.changes.requestLine") : change.name());
            name.getStyleClass().add("header-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, words(change, found.secret()));
        }
    }

    private static VBox words(HeaderChange change, Predicate<Header> secret) {
        Label values = new Label(text("replay.changes.values", shown(change.name(), change.before(), secret),
                shown(change.name(), change.after(), secret)));
        values.getStyleClass().add("mono");
        values.setMinWidth(0);
        values.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label reason = new Label(text("replay.reason." + change.reason().name()));
        reason.getStyleClass().add("secondary");
        return new VBox(values, reason);
    }

    private static String shown(String name, Optional<String> value, Predicate<Header> secret) {
        return value.map(text -> secret.test(new Header(name, text)) ? MASK : text).orElse("—");
    }

    private void tell(Problem problem) {
        grid.getChildren().clear();
        summary.setText(problem.sentence());
    }
}
