package dev.hookglass.ui.base;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The one door to JavaFX's {@link Platform}. */
public final class Fx {
    private Fx() {}

    /** Runs a task on the FX thread, soon. For any thread. What comes in numbers goes through a {@link Signal}. */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /** Ends the toolkit. For any thread. */
    public static void exit() {
        Platform.exit();
    }

    /** Whether the system asks for light or dark; changes on the FX thread. */
    static ReadOnlyObjectProperty<ColorScheme> colorScheme() {
        return Platform.getPreferences().colorSchemeProperty();
    }
}
