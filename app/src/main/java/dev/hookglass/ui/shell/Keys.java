package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Joins the keys to what they do. */
final class Keys {
    private final Map<Shortcut, Runnable> actions;

    Keys(Shell shell) {
        actions = Map.ofEntries(entry(Shortcut.FILTER, shell::find), entry(Shortcut.REPLAY, shell::replay),
                entry(Shortcut.EDIT, shell::editShown), entry(Shortcut.COMPOSE, shell::compose),
                entry(Shortcut.SEND, shell::send), entry(Shortcut.PIN, shell::pin),
                entry(Shortcut.TAG, shell::tag), entry(Shortcut.NOTE, shell::editNote),
                entry(Shortcut.COPY_CURL, shell::copyAsCurl), entry(Shortcut.DIFF, shell::compareSelected),
                entry(Shortcut.NEWEST, shell::newest), entry(Shortcut.SOURCES, shell::focusSources),
                entry(Shortcut.EVENTS, shell::focusEvents), entry(Shortcut.DETAIL, shell::focusDetail),
                entry(Shortcut.STATISTICS, shell::showStatistics),
                entry(Shortcut.KEYS, shell::showKeys), entry(Shortcut.PALETTE, shell::showPalette));
    }

    /** What has a key, as commands, in the order of the keys' sheet. */
    List<Command> commands() {
        return actions.entrySet().stream()
                .filter(entry -> entry.getKey() != Shortcut.PALETTE)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Command(text("keys." + entry.getKey().name()), Optional.of(entry.getKey()),
                        entry.getValue()))
                .toList();
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
