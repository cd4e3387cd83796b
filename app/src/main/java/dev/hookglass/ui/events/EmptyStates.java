package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What stands in the table's place while it has no row: why, and what to do about it. */
final class EmptyStates extends StackPane {
    private final EventsModel model;
    private final Supplier<Node> nothingYet;
    private final Runnable onResume;

    /** @param nothingYet made when there is no event at all */
    EmptyStates(EventsModel model, Supplier<Node> nothingYet, Runnable onResume) {
        this.model = model;
        this.nothingYet = nothingYet;
        this.onResume = onResume;
        model.rows().addListener((ListChangeListener<EventRow>) _ -> show());
        model.loadingProperty().subscribe(_ -> show());
        show();
    }

    private void show() {
        if (!model.rows().isEmpty()) {
            return;
        }
        if (model.loadingProperty().get()) {
            getChildren().clear();
        } else if (!model.filterTextProperty().get().isBlank()) {
            getChildren().setAll(new EmptyState(Icon.SEARCH, text("events.noMatch.title"),
                    text("events.noMatch.text")).withButton(text("events.noMatch.clear"), this::clearFilter));
        } else if (model.pausedProperty().get()) {
            getChildren().setAll(new EmptyState(Icon.PAUSE, text("events.paused.title"),
                    text("events.paused.text")).withButton(text("events.paused.resume"), onResume));
        } else {
            getChildren().setAll(nothingYet.get());
        }
    }

    private void clearFilter() {
        model.filterTextProperty().set("");
        model.sourceProperty().set(OptionalInt.empty());
    }
}
