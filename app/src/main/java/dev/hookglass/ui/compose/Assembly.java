package dev.hookglass.ui.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet as it is put together, a part at a time: whole at once it would keep the window from all else for too long. */
final class Assembly {
    private static final double WIDTH = 860;
    private static final double REQUEST_SHARE = 0.64;

    private final VBox root = new VBox();
    private final VBox request = new VBox();
    private final SplitPane parts = new SplitPane(request);
    private final Deque<Runnable> steps;

    /**
     * @param top what is above all else
     * @param content what is written; it has the room that is left
     */
    Assembly(List<Node> top, Node choice, Node content, Node below, OutcomePane outcome) {
        root.getStyleClass().add("compose");
        root.setPrefWidth(WIDTH);
        root.setMaxSize(WIDTH, Double.MAX_VALUE);
        VBox.setVgrow(content, Priority.ALWAYS);
        parts.setOrientation(Orientation.VERTICAL);
        VBox.setVgrow(parts, Priority.ALWAYS);
        outcome.isShown().subscribe(shows -> show(outcome, shows));
        steps = new ArrayDeque<>(List.of(() -> root.getChildren().addAll(top), () -> root.getChildren().add(choice),
                () -> root.getChildren().add(parts), () -> request.getChildren().add(below),
                () -> request.getChildren().addFirst(content)));
    }

    /** The request has all the room until there is something to say about it. */
    private void show(OutcomePane outcome, boolean shows) {
        if (shows) {
            parts.getItems().add(outcome.root());
            parts.setDividerPositions(REQUEST_SHARE);
        } else {
            parts.getItems().remove(outcome.root());
        }
    }

    /** Adds one more part, and gives the sheet; empty if it was whole already. */
    Optional<Parent> goOn() {
        Runnable next = steps.poll();
        if (next == null) {
            return Optional.empty();
        }
        next.run();
        return Optional.of(root);
    }

    /** The sheet with all that is missing. */
    Parent whole() {
        while (goOn().isPresent()) {
            // It grows.
        }
        return root;
    }
}
