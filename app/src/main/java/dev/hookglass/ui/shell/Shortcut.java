package dev.hookglass.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that work anywhere in the window. “Shortcut” is Ctrl, and Cmd on macOS. */
enum Shortcut {
    FILTER(KeyCode.F), REPLAY(KeyCode.R), EDIT(KeyCode.E), COMPOSE(KeyCode.N), PALETTE(KeyCode.K), SEND(KeyCode.ENTER),
    PIN(KeyCode.P), TAG(KeyCode.T), NOTE(KeyCode.M), COPY_CURL(KeyCode.C), DIFF(KeyCode.D),
    NEWEST(KeyCode.HOME), SOURCES(KeyCode.DIGIT1), EVENTS(KeyCode.DIGIT2), DETAIL(KeyCode.DIGIT3),
    STATISTICS(KeyCode.DIGIT4), MENU(KeyCode.F10), KEYS(KeyCode.F1);

    private final KeyCode code;

    Shortcut(KeyCode code) {
        this.code = code;
    }

    KeyCombination combination() {
        return switch (this) {
            case KEYS -> new KeyCodeCombination(code);
            case MENU -> new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
            case COPY_CURL -> new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
            default -> new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
        };
    }

    /** As the system writes it. */
    String display() {
        return combination().getDisplayText();
    }
}
