package dev.hookglass.ui.shell;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Joins the keys to what they do. */
final class Keys {
    private final Map<Shortcut, Runnable> actions;

    Keys(Shell shell) {
        actions = Map.of(Shortcut.FILTER, shell::focusFilter, Shortcut.REPLAY, shell::replay, Shortcut.EDIT,
                shell::editShown, Shortcut.COMPOSE, shell::compose, Shortcut.SEND, shell::send, Shortcut.NEWEST,
                shell::newest, Shortcut.SOURCES, shell::focusSources, Shortcut.EVENTS, shell::focusEvents,
                Shortcut.DETAIL, shell::focusDetail, Shortcut.KEYS, shell::showKeys);
    }

    /** A filter, since some controls would take keys such as Ctrl+Enter for themselves. */
    void addTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            for (Map.Entry<Shortcut, Runnable> entry : actions.entrySet()) {
                KeyCombination combination = entry.getKey().combination();
                if (combination.match(key)) {
                    entry.getValue().run();
                    key.consume();
                }
            }
        });
    }
}
