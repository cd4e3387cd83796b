package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.events.FilterField;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the upper edge: where webhooks are received, the filter, and what can be done. */
final class TopBar extends HBox {
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final Region dot = new Region();
    private final Label state = new Label();
    private final Label url = new Label();
    private final CopyButton copy = new CopyButton(text("top.copyUrl"), url::getText);

    TopBar(FilterField filter, BooleanProperty paused, Runnable onCompose, Node settings) {
        getStyleClass().add("top-bar");
        dot.getStyleClass().add("listening-dot");
        url.getStyleClass().add("mono");
        state.setMinWidth(USE_PREF_SIZE);
        url.setMinWidth(USE_PREF_SIZE);
        IconButton pause = new IconButton(Icon.PAUSE, text("top.pause"), () -> paused.set(!paused.get()));
        paused.subscribe(isPaused -> {
            pause.show(isPaused ? Icon.RESUME : Icon.PAUSE, text(isPaused ? "top.resume" : "top.pause"));
            dot.pseudoClassStateChanged(PAUSED, isPaused);
        });
        ActionButton compose = new ActionButton(text("top.compose"), Icon.COMPOSE, onCompose).accented();
        HBox.setHgrow(filter, Priority.ALWAYS);
        getChildren().addAll(dot, state, url, copy, space(), filter, space(), pause, compose, settings);
    }

    private static Region space() {
        Region space = new Region();
        setHgrow(space, Priority.SOMETIMES);
        return space;
    }

    /** Shows where it listens, or that it does not. */
    void show(Optional<String> listening) {
        dot.pseudoClassStateChanged(STOPPED, listening.isEmpty());
        state.setText(text(listening.isPresent() ? "top.listening" : "top.stopped"));
        url.setText(listening.orElse(""));
        for (Node node : new Node[]{url, copy}) {
            node.setVisible(listening.isPresent());
            node.setManaged(listening.isPresent());
        }
    }
}
