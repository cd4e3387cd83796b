package dev.hookglass.ui.shell;

import dev.hookglass.ui.base.Beat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was, if there still is a screen there, and remembers where it is left. */
final class WindowPlace {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A screen of this size leaves room for more than the smallest window at the first start. */
    private static final double ROOMY_WIDTH = 1_600;
    private static final double ROOMY_HEIGHT = 1_000;
    private static final double SHARE = 0.9;

    private final Path file;
    private final WindowState state;
    private final Beat looking = new Beat(LOOK, this::look);
    private final Thread whenEnded = new Thread(this::writeLatest, "window-state");
    private Supplier<WindowState> now = this::state;
    private volatile WindowState latest;

    WindowPlace(Path file) {
        this.file = file;
        WindowState left = WindowState.read(file);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        this.state = left.equals(WindowState.FIRST) && screen.contains(0, 0, ROOMY_WIDTH, ROOMY_HEIGHT)
                ? left.withSize(ROOMY_WIDTH * SHARE, ROOMY_HEIGHT * SHARE)
                : fitted(left);
        this.latest = state;
    }

    /** No higher than the screen, as on one where everything is drawn twice as large: the status bar would be below it. */
    private static WindowState fitted(WindowState left) {
        double room = screens(left).stream().findFirst().orElseGet(Screen::getPrimary).getVisualBounds().getHeight();
        return left.height() <= room ? left : left.withSize(left.width(), room * SHARE);
    }

    private static List<Screen> screens(WindowState left) {
        return Double.isNaN(left.x())
                ? List.of()
                : Screen.getScreensForRectangle(left.x(), left.y(), left.width(), left.height());
    }

    /** As the window was left. */
    WindowState state() {
        return state;
    }

    void restore(Stage stage) {
        if (!screens(state).isEmpty()) {
            stage.setX(state.x());
            stage.setY(state.y());
        }
        stage.setMaximized(state.maximized());
    }

    /** The state as it is now. */
    WindowState stateOf(Stage stage, double[] dividers, Parts parts) {
        boolean maximized = stage.isMaximized();
        return new WindowState(maximized ? state.x() : stage.getX(), maximized ? state.y() : stage.getY(),
                maximized ? state.width() : stage.getScene().getWidth(),
                maximized ? state.height() : stage.getScene().getHeight(), maximized, dividers[0], dividers[1],
                parts.theme.modeProperty().get(), parts.listening.current(), parts.recentTargets,
                parts.events.filterTextProperty().get(), parts.events.sourceProperty().get());
    }

    /** From now on the state of a moment ago is written even if the process is ended from outside. */
    void follow(Supplier<WindowState> current) {
        now = current;
        look();
        looking.start();
        Runtime.getRuntime().addShutdownHook(whenEnded);
    }

    private void look() {
        latest = now.get();
    }

    /** Not on the FX thread, which may be waiting for the end itself. */
    private void writeLatest() {
        latest.write(file);
    }

    /** Writes it down; quick enough to be done while the window closes. */
    void save(WindowState last) {
        looking.close();
        latest = last;
        try {
            Runtime.getRuntime().removeShutdownHook(whenEnded);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook writes the same.
            return;
        }
        last.write(file);
    }
}
