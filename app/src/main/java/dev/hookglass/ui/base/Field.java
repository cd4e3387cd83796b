package dev.hookglass.ui.base;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A control, and perhaps what explains it, with its name above. */
public final class Field extends VBox {
    private final Label label;

    public Field(String name, Node... content) {
        label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(content[0]);
        if (content[0] instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        getStyleClass().add("field");
        getChildren().add(label);
        getChildren().addAll(content);
    }

    /** Gives it another name. */
    public void setName(String name) {
        label.setText(name);
    }
}
