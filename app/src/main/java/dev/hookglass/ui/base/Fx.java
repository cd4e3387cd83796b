package dev.hookglass.ui.base;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.Bindings;
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

    /**
     * Whether the system asks for high contrast; changes on the FX thread. JavaFX has no property for it, only what each
     * system calls it: Windows a setting of that name, GTK a theme. macOS does not tell.
     */
    static BooleanBinding contrast() {
        Platform.Preferences preferences = Platform.getPreferences();
        return Bindings.createBooleanBinding(
                () -> preferences.getBoolean("Windows.SPI.HighContrast").orElse(false)
                        || preferences.getString("GTK.theme_name").orElse("").startsWith("HighContrast"),
                preferences);
    }
}
