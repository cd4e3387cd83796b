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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the upper edge: where webhooks are received, the filter, and what can be done. */
final class TopBar extends HBox {
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    private final Region dot = new Region();
    private final Label state = new Label();
    private final Label url = new Label();
    private final CopyButton copy = new CopyButton(text("top.copyUrl"), url::getText);
    private final Label httpsUrl = new Label();
    private final CopyButton copyHttps = new CopyButton(text("top.copyHttpsUrl"), httpsUrl::getText);

    TopBar(FilterField filter, BooleanProperty paused, Runnable onCompose, Node settings) {
        getStyleClass().add("top-bar");
        dot.getStyleClass().add("listening-dot");
        state.setMinWidth(USE_PREF_SIZE);
        for (Label each : new Label[]{url, httpsUrl}) {
            each.getStyleClass().add("mono");
            each.setMinWidth(USE_PREF_SIZE);
        }
        Label stands = new Label(text("top.paused"), Icon.PAUSE.node());
        stands.getStyleClass().add("paused");
        stands.setMinWidth(USE_PREF_SIZE);
        stands.setTooltip(new Tooltip(text("events.paused.text")));
        IconButton pause = new IconButton(Icon.PAUSE, text("top.pause"), () -> paused.set(!paused.get()));
        paused.subscribe(isPaused -> {
            pause.show(isPaused ? Icon.RESUME : Icon.PAUSE, text(isPaused ? "top.resume" : "top.pause"));
            stands.setVisible(isPaused);
            stands.setManaged(isPaused);
        });
        ActionButton compose = new ActionButton(text("top.compose"), Icon.COMPOSE, onCompose).accented();
        HBox.setHgrow(filter, Priority.ALWAYS);
        getChildren().addAll(dot, state, url, copy, httpsUrl, copyHttps, space(), filter, space(), stands, pause,
                compose,
                settings);
    }

    private static Region space() {
        Region space = new Region();
        setHgrow(space, Priority.SOMETIMES);
        return space;
    }

    /** Shows where it listens, or that it does not, and where for HTTPS, if it does. */
    void show(Optional<String> listening, Optional<String> https) {
        dot.pseudoClassStateChanged(STOPPED, listening.isEmpty());
        state.setText(text(listening.isPresent() ? "top.listening" : "top.stopped"));
        show(url, copy, listening);
        show(httpsUrl, copyHttps, https);
    }

    private static void show(Label label, CopyButton button, Optional<String> words) {
        label.setText(words.orElse(""));
        for (Node node : new Node[]{label, button}) {
            node.setVisible(words.isPresent());
            node.setManaged(words.isPresent());
        }
    }
}
