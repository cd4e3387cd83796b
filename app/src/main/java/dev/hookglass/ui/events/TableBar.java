package dev.hookglass.ui.events;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ledger.EventIds;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The line above the table: how many events are found, what brings back the newest, and what can be done with the table. */
final class TableBar extends StackPane {
    private final Button pill = new Button();
    private final HBox buttons = new HBox();

    /** @param onNewest asked to go to the newest events */
    TableBar(EventsModel model, ContextMenu columns, Runnable onNewest) {
        getStyleClass().add("table-bar");
        Label found = new Label();
        found.getStyleClass().add("found");
        found.textProperty().bind(model.foundProperty().map(EventIds::size)
                .map(number -> count(model.isUnfiltered() ? "events.count" : "events.matching", number)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        IconButton choose = new IconButton(Icon.DIFF, text("events.columns"), () -> {});
        choose.setOnAction(_ -> columns.show(choose, Side.BOTTOM, 0, 0));
        buttons.getChildren().add(choose);
        getChildren().addAll(new HBox(found, space, buttons), pill);
        buildPill(model, onNewest);
    }

    /** Adds a button before the others. */
    void addButton(ButtonBase button) {
        buttons.getChildren().addFirst(button);
    }

    private void buildPill(EventsModel model, Runnable onNewest) {
        pill.getStyleClass().addAll("accent", "pill");
        pill.setGraphic(Icon.NEWEST.node());
        pill.setOnAction(_ -> onNewest.run());
        pill.visibleProperty().bind(model.waitingProperty().greaterThan(0));
        ObservableValue<String> words = model.waitingProperty().map(number -> model.pausedProperty().get()
                ? text("events.pill.paused", count("events.new", number.longValue()))
                : count("events.new", number.longValue()));
        pill.textProperty().bind(words);
    }
}
