package dev.hookglass.ui.shell;

import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.replay.ReplayView;
import dev.hookglass.workbench.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** Sending captured events again, in a sheet over the window. For the FX thread. */
final class ReplayCommands {
    private final Workbench workbench;
    private final Background background;
    private final Sheets sheets;
    private final Consumer<EventSummary> onShowEvent;
    private final ReplayView view;
    private final ReplayLine line;

    /** @param onShowEvent told of the event that a person wants to see; the sheet is closed then */
    ReplayCommands(Workbench workbench, Background background, Sheets sheets, ObservableList<String> recentTargets,
            Consumer<EventSummary> onShowEvent) {
        this.workbench = workbench;
        this.background = background;
        this.sheets = sheets;
        this.onShowEvent = onShowEvent;
        view = new ReplayView(workbench, background, recentTargets, this::showEvent, sheets::close);
        line = new ReplayLine(view, this::open);
    }

    ReplayLine line() {
        return line;
    }

    private void open() {
        sheets.right(view.root());
    }

    /** Opens the sheet for one event. */
    void replay(CapturedEvent event) {
        view.show(event);
        open();
    }

    /** Opens the sheet for some events. */
    void replay(List<EventSummary> events) {
        if (events.size() == 1) {
            background.run(() -> workbench.events().find(events.getFirst().id()),
                    found -> found.ifPresent(this::replay), _ -> {});
        } else if (!events.isEmpty()) {
            view.show(events.stream()
                    .sorted(Comparator.comparingLong(EventSummary::id))
                    .map(ReplayPlan.Item::of)
                    .toList());
            open();
        }
    }

    /** Opens the sheet for all that pass a filter. */
    void replayAll(EventFilter filter) {
        view.show(() -> workbench.replaying().items(filter));
        open();
    }

    /** Sends, if the sheet is open. */
    void send() {
        if (sheets.shows(view.root())) {
            view.send();
        }
    }

    private void showEvent(long id) {
        background.run(() -> workbench.events().find(id), found -> found.map(CapturedEvent::summary)
                .ifPresent(event -> {
                    sheets.close();
                    onShowEvent.accept(event);
                }), _ -> {});
    }

    void close() {
        view.cancel();
        line.close();
    }
}
