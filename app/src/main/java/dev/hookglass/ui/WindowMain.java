package dev.hookglass.ui;

import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.store.UnreadableStore;
import dev.hookglass.ui.shell.Shell;
import dev.hookglass.ui.shell.StartFailure;
import dev.hookglass.workbench.Workbench;
import java.io.Console;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window, and waits until it is closed. */
public final class WindowMain {
    private WindowMain() {}

    /**
     * Opens the window.
     *
     * @throws Problem if there is no display, or the data folder cannot be opened
     */
    public static void open(Path data, OptionalInt port) throws Problem {
        requireDisplay();
        AtomicReference<@Nullable Workbench> shown = new AtomicReference<>();
        // The toolkit and the data folder take about equally long, so both begin at once.
        FutureTask<Workbench> opening = new FutureTask<>(() -> Workbench.open(data, Keychain.ofThisSystem()));
        Thread.ofPlatform().name("open").start(opening);
        Consumer<Workbench> onOpened = shown::set;
        launch(stage -> show(stage, opening, data, onOpened.andThen(workbench -> show(stage, workbench, port))));
        Workbench last = shown.get();
        (last == null ? opened(opening) : last).close();
    }

    private static void show(Stage stage, FutureTask<Workbench> opening, Path data, Consumer<Workbench> onOpened) {
        try {
            onOpened.accept(opened(opening));
        } catch (UnreadableStore damage) {
            new StartFailure(stage, data, onOpened).show(damage);
        } catch (Problem problem) {
            // It is told in the terminal when the toolkit has ended; who has none is told here.
            if (!hasTerminal()) {
                StartFailure.tell(stage, problem);
            } else {
                Fx.exit();
            }
        }
    }

    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static void show(Stage stage, Workbench workbench, OptionalInt port) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(workbench), "shutdown"));
        new Shell(stage, workbench, port, WindowMain::tellListening).show();
    }

    /** JavaFX itself would answer with a stack trace. */
    private static void requireDisplay() throws Problem {
        boolean hasWindows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).matches(".*(win|mac).*");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (!hasWindows && !headless && isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            throw noDisplay();
        }
    }

    private static boolean isUnset(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty();
    }

    private static Problem noDisplay() {
        return new Problem("There is no display for the window; “hookglass receive” captures webhooks without one.");
    }

    private static void launch(Consumer<Stage> onStart) throws Problem {
        try {
            HookglassApp.launch(onStart);
        } catch (UnsupportedOperationException e) {
            throw noDisplay();
        }
    }

    private static Workbench opened(FutureTask<Workbench> opening) throws Problem {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Opening the data folder was interrupted.", e);
        }
    }

    /** For whoever started it from a terminal or a script. */
    private static void tellListening(String url) {
        System.out.println("Listening on " + url);
    }

    private static void close(Workbench workbench) {
        try {
            workbench.close();
        } catch (Problem e) {
            System.err.println(e.sentence());
        }
    }
}
