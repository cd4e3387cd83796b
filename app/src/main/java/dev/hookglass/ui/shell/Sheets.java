package dev.hookglass.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What opens inside the window and above its content, one at a time; Escape closes it. AtlantaFX's ModalPane would do the
 * same by view order, but leaves traces of itself on the screen with JavaFX 26.
 */
final class Sheets extends StackPane {
    private final Region backdrop = new Region();
    private @Nullable Node focusBefore;

    Sheets() {
        backdrop.getStyleClass().add("sheet-backdrop");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    /** Opens a form in the middle. */
    void centre(Parent content) {
        open(content, Pos.CENTER);
    }

    /** Opens something to read or choose from in the middle, which a press beside it closes too: nothing is lost. */
    void passing(Parent content) {
        centre(content);
        backdrop.setOnMousePressed(_ -> close());
    }

    /** Opens a wide sheet at the right edge, from top to bottom. */
    void right(Parent content) {
        open(content, Pos.CENTER_RIGHT);
    }

    private void open(Parent content, Pos place) {
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        backdrop.setOnMousePressed(null);
        setAlignment(content, place);
        getChildren().setAll(backdrop, content);
        setVisible(true);
        // Keys must not reach what lies behind; a sheet with a field to begin in gives the keyboard to it later.
        requestFocus();
        // Controls take the keyboard only once they have their skins.
        content.applyCss();
        content.layout();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    /** Whether just this is open. */
    boolean shows(Node content) {
        return isVisible() && getChildren().contains(content);
    }

    boolean isOpen() {
        return isVisible();
    }
}
