package dev.hookglass.ui.shell;

import dev.hookglass.ui.base.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, if there still is a screen there, and remembers where it is left. */
final class WindowPlace {
    private final Path file;
    private final WindowState state;

    WindowPlace(Path file) {
        this.file = file;
        this.state = WindowState.read(file);
    }

    /** As the window was left. */
    WindowState state() {
        return state;
    }

    void restore(Stage stage) {
        Rectangle2D left = new Rectangle2D(finite(state.x()), finite(state.y()), state.width(), state.height());
        if (!Double.isNaN(state.x()) && !Screen.getScreensForRectangle(left).isEmpty()) {
            stage.setX(state.x());
            stage.setY(state.y());
        }
        stage.setMaximized(state.maximized());
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** Writes it down; quick enough to be done while the window closes. */
    void save(Stage stage, double[] dividers, Theme.Mode theme, Listening listening, List<String> targets) {
        boolean maximized = stage.isMaximized();
        new WindowState(maximized ? state.x() : stage.getX(), maximized ? state.y() : stage.getY(),
                maximized ? state.width() : stage.getScene().getWidth(),
                maximized ? state.height() : stage.getScene().getHeight(), maximized, dividers[0], dividers[1], theme,
                listening, targets).write(file);
    }
}
