package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;
import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Joins the keys to what they do. */
final class Keys {
    /** What is about that which the palette covers. */
    private static final Set<Shortcut> ELSEWHERE = EnumSet.of(Shortcut.PALETTE, Shortcut.SEND, Shortcut.MENU);

    private final Map<Shortcut, Runnable> actions;
    private final Commands commands;
    private final KeyboardPlace keyboard;
    private final Lacks lacks;

    Keys(Commands commands, KeyboardPlace keyboard, Lacks lacks) {
        this.commands = commands;
        this.keyboard = keyboard;
        this.lacks = lacks;
        actions = Map.ofEntries(entry(Shortcut.FILTER, keyboard::find), entry(Shortcut.REPLAY, commands::replay),
                entry(Shortcut.EDIT, commands::editShown), entry(Shortcut.COMPOSE, commands::compose),
                entry(Shortcut.SEND, commands::send), entry(Shortcut.PIN, commands::pin),
                entry(Shortcut.TAG, commands::tag), entry(Shortcut.NOTE, commands::editNote),
                entry(Shortcut.COPY_CURL, commands::copyAsCurl), entry(Shortcut.DIFF, commands::compareSelected),
                entry(Shortcut.NEWEST, commands::newest), entry(Shortcut.SOURCES, keyboard::goToSources),
                entry(Shortcut.EVENTS, keyboard::goToEvents), entry(Shortcut.DETAIL, keyboard::goToDetail),
                entry(Shortcut.STATISTICS, commands::showStatistics),
                entry(Shortcut.MENU, keyboard::openMenu), entry(Shortcut.KEYS, commands::showKeys),
                entry(Shortcut.PALETTE, commands::showPalette));
    }

    /** What has a key and can be chosen instead, as commands in the order of the keys' sheet. */
    List<Command> commands() {
        return actions.entrySet().stream()
                .filter(entry -> !ELSEWHERE.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Command(text("keys." + entry.getKey().name()), Optional.of(entry.getKey()),
                        lacks.whyNot(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A filter, since some controls would take keys such as Ctrl+Enter for themselves. */
    void addTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            for (Map.Entry<Shortcut, Runnable> entry : actions.entrySet()) {
                KeyCombination combination = entry.getKey().combination();
                if (combination.match(key) && keyboard.isFor(entry.getKey(), scene.getFocusOwner())) {
                    commands.run(entry.getKey(), entry.getValue());
                    key.consume();
                }
            }
        });
    }
}
