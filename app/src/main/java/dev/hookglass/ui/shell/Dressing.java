package dev.hookglass.ui.shell;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Makes Compose ready to be opened while the window has nothing else to do, a part at a time. For the FX thread. */
final class Dressing {
    private static final Duration BETWEEN = Duration.millis(120);

    private final Parts parts;
    private final PauseTransition pause = new PauseTransition(BETWEEN);

    Dressing(Parts parts) {
        this.parts = parts;
        pause.setOnFinished(_ -> dress());
    }

    void begin() {
        pause.playFromStart();
    }

    private void dress() {
        if (!parts.sheets.isOpen()) {
            parts.compose.buildOn().ifPresent(sheet -> {
                parts.sheets.dress(sheet);
                begin();
            });
        }
    }
}
