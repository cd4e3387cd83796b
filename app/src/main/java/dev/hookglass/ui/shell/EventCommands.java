package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Deletion;
import dev.hookglass.store.EventStore;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.ExportActions;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.MarkActions;
import dev.hookglass.ui.events.EventActions;
import dev.hookglass.ui.events.EventsModel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Pinning and deleting, with undo for as long as its notice is shown. For the FX thread. */
final class EventCommands implements EventActions {
    private static final Duration TIME_FOR_UNDO = Duration.minutes(2);

    private final EventStore store;
    private final EventsModel model;
    private final Background background;
    private final ObservableList<Node> notices;
    private final ReplayCommands replays;
    private final Runnable onReplay;
    private final Runnable onEdit;
    private final Consumer<EventSummary> onCheck;
    private final Consumer<List<EventSummary>> onCompare;
    private final Consumer<Problem> onProblem;
    private final ExportActions exports;
    private final MarkActions marks;
    private final PauseTransition untilForgotten = new PauseTransition(TIME_FOR_UNDO);
    private @Nullable Deletion last;

    EventCommands(EventStore store, EventsModel model, Background background, ObservableList<Node> notices,
            ReplayCommands replays, Runnable onReplay, Runnable onEdit, Consumer<EventSummary> onCheck,
            Consumer<List<EventSummary>> onCompare, Consumer<Problem> onProblem, ExportActions exports,
            MarkActions marks) {
        this.store = store;
        this.model = model;
        this.background = background;
        this.notices = notices;
        this.replays = replays;
        this.onReplay = onReplay;
        this.onEdit = onEdit;
        this.onCheck = onCheck;
        this.onCompare = onCompare;
        this.onProblem = onProblem;
        this.exports = exports;
        this.marks = marks;
        untilForgotten.setOnFinished(_ -> forget());
    }

    @Override
    public void replay() {
        onReplay.run();
    }

    @Override
    public void replay(List<EventSummary> events) {
        replays.replay(events);
    }

    @Override
    public void replayShown() {
        replays.replayAll(model.filter());
    }

    @Override
    public void edit() {
        onEdit.run();
    }

    @Override
    public void check(EventSummary event) {
        onCheck.accept(event);
    }

    @Override
    public void compare(List<EventSummary> two) {
        onCompare.accept(two);
    }

    @Override
    public ExportActions exports() {
        return exports;
    }

    @Override
    public MarkActions marks() {
        return marks;
    }

    /** Pins the events, or lets them go if all of them are pinned. */
    void togglePin(List<EventSummary> events) {
        if (!events.isEmpty()) {
            pin(events, !events.stream().allMatch(EventSummary::pinned));
        }
    }

    @Override
    public void pin(List<EventSummary> events, boolean pinned) {
        Set<Long> ids = ids(events);
        background.run(() -> store.pin(ids, pinned), () -> model.pinned(ids, pinned), onProblem);
    }

    private static Set<Long> ids(List<EventSummary> events) {
        return events.stream().map(EventSummary::id).collect(Collectors.toSet());
    }

    @Override
    public void delete(List<EventSummary> events) {
        Set<Long> ids = ids(events);
        run(() -> store.deletions().delete(ids), () -> model.deleted(ids));
    }

    @Override
    public void deleteShown() {
        EventFilter filter = model.filter();
        Banner progress = new Banner(Banner.Kind.INFO, text("events.deleting"));
        Background.Running running = run(
                () -> store.deletions().deleteAll(filter,
                        number -> Fx.later(() -> progress.say(count("events.deletingSome", number)))),
                model::reload);
        notices.setAll(progress.withButton(text("events.deleting.cancel"), () -> {
            running.cancel();
            notices.remove(progress);
            model.reload();
        }));
    }

    private Background.Running run(Callable<Deletion> work, Runnable onDone) {
        forget();
        return background.run(work, deletion -> {
            onDone.run();
            offerUndo(deletion);
        }, onProblem);
    }

    private void offerUndo(Deletion deletion) {
        last = deletion;
        untilForgotten.playFromStart();
        notices.setAll(new Banner(Banner.Kind.INFO, count("events.deleted", deletion.events()))
                .withButton(text("events.undo"), () -> undo(deletion))
                .withClose(this::forget));
    }

    private void undo(Deletion deletion) {
        last = null;
        notices.clear();
        background.run(() -> store.deletions().undo(deletion), model::reload, onProblem);
    }

    /** Gives up the last deletion's undo. */
    private void forget() {
        untilForgotten.stop();
        Deletion deletion = last;
        last = null;
        if (deletion != null) {
            notices.clear();
            store.deletions().forget(deletion);
        }
    }
}
