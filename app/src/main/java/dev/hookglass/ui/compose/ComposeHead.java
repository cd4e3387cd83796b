package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is being written, in a line. */
final class ComposeHead extends HBox {
    private final Label title = new Label();
    private final Label chip = new Label();

    /** @param tools what is beside the cross that closes the sheet */
    ComposeHead(Node tools, Runnable onClose) {
        super(10);
        title.getStyleClass().add("title");
        chip.getStyleClass().add("chip");
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getStyleClass().add("compose-head");
        getChildren().addAll(title, chip, space, tools, new IconButton(Icon.CLOSE, text("compose.close"), onClose));
    }

    /** @param about the request that it began with; may be empty */
    void show(String newTitle, String about) {
        title.setText(newTitle);
        chip.setText(about);
        chip.setVisible(!about.isEmpty());
    }
}
