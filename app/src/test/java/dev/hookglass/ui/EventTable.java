package dev.hookglass.ui;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.events.EventRow;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** The table of events in the window. */
public final class EventTable {
    /** Who asks for all rows of a large table pushes those in sight out of its memory. */
    private static final int MOST = 100;

    private EventTable() {}

    /** The first of the events that it shows; those whose rows are still being read are absent. For any thread. */
    public static List<EventSummary> events(FxRobot robot) {
        return Platform.isFxApplicationThread() ? read(robot) : UiTest.onFx(() -> read(robot));
    }

    private static List<EventSummary> read(FxRobot robot) {
        return view(robot).getItems().stream().limit(MOST).map(EventRow::event)
                .filter(Objects::nonNull).toList();
    }

    public static TableView<EventRow> view(FxRobot robot) {
        return robot.lookup(".events").query();
    }
}
