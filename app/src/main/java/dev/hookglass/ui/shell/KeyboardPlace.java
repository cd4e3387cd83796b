package dev.hookglass.ui.shell;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** Where in the window the keyboard is, what that means for the keys, and how it gets elsewhere. For the FX thread. */
final class KeyboardPlace {
    private static final double MENU_INSET = 24;

    private final Parts parts;

    /** @param parts looked into only when something is to be done */
    KeyboardPlace(Parts parts) {
        this.parts = parts;
    }

    /** Whether a key means its command where the keyboard is, or is for what has the keyboard. */
    boolean isFor(Shortcut shortcut, @Nullable Node focused) {
        return switch (shortcut) {
            case SEND, KEYS, PALETTE, MENU -> true;
            case NEWEST -> !parts.sheets.isOpen() && !(focused instanceof TextInputControl);
            default -> !parts.sheets.isOpen();
        };
    }

    /** Searches where the keyboard is: in the event that is shown, or among all. */
    void find() {
        for (Node node = parts.stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.equals(parts.detail.root())) {
                parts.detail.find();
                return;
            }
        }
        parts.filter.requestFocus();
        parts.filter.selectAll();
    }

    void goToSources() {
        parts.sourceList.focus();
    }

    void goToEvents() {
        parts.table.focus();
    }

    void goToDetail() {
        parts.detail.focus();
    }

    /** Opens the menu of what has the keyboard, as a press of the right mouse button does; JavaFX has no key for it everywhere. */
    void openMenu() {
        Node focused = parts.stage.getScene().getFocusOwner();
        if (focused != null) {
            Bounds place = focused.getBoundsInLocal();
            double x = Math.min(place.getWidth(), MENU_INSET);
            double y = Math.min(place.getHeight(), MENU_INSET);
            Point2D onScreen = focused.localToScreen(x, y);
            Event.fireEvent(focused, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, x, y,
                    onScreen.getX(), onScreen.getY(), true, null));
        }
    }
}
