package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Icon;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** While several events are selected: that the detail shows one of them, and what can be done with all. */
final class SelectionBar extends HBox {
    private static final int TWO = 2;

    private final Label words = new Label();
    private final ActionButton compare;
    private final ActionButton replay;

    /** @param number of events that are selected */
    SelectionBar(ObservableValue<Integer> number, Commands commands) {
        compare = new ActionButton(text("events.menu.compare"), Icon.DIFF, commands::compareSelected).flat();
        replay = new ActionButton("", Icon.REPLAY, commands::replaySelected).flat();
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        words.setMinWidth(USE_PREF_SIZE);
        words.setTooltip(new Tooltip(text("selection.tip")));
        getStyleClass().add("selection-bar");
        getChildren().addAll(words, space, compare, replay);
        number.subscribe(this::show);
    }

    private void show(int number) {
        boolean isSeveral = number > 1;
        setVisible(isSeveral);
        setManaged(isSeveral);
        compare.setVisible(number == TWO);
        compare.setManaged(number == TWO);
        words.setText(count("selection.words", number));
        replay.setText(count("events.menu.replaySome", number));
    }
}
