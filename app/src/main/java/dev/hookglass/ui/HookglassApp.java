package dev.hookglass.ui;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What JavaFX launches. It must be a class of its own, because desktops tell the windows of one program from another's by
 * its name, and a static field must hand over what it starts, because JavaFX makes it by reflection.
 */
public final class HookglassApp extends Application {
    private static volatile @Nullable Consumer<Stage> starting;

    /** Starts the toolkit, lets the window be made on the FX thread, and returns when the toolkit has ended. */
    static void launch(Consumer<Stage> onStart) {
        starting = onStart;
        Application.launch(HookglassApp.class);
    }

    @Override
    public void start(Stage stage) {
        Objects.requireNonNull(starting).accept(stage);
    }
}
