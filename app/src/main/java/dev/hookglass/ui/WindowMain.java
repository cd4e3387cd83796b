package dev.hookglass.ui;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.shell.Shell;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.stage.Stage;

/** Opens the window, and waits until it is closed. */
public final class WindowMain {
    private WindowMain() {}

    /**
     * Opens the window.
     *
     * @throws Problem if there is no display, or the data folder cannot be opened
     */
    public static void open(Path data, int port) throws Problem {
        requireDisplay();
        // The toolkit and the data folder take about equally long, so both begin at once.
        FutureTask<Workbench> opening = new FutureTask<>(() -> Workbench.open(data));
        Thread.ofPlatform().name("open").start(opening);
        startToolkit();
        try (Workbench workbench = opened(opening)) {
            Thread closing = new Thread(() -> close(workbench), "shutdown");
            Runtime.getRuntime().addShutdownHook(closing);
            CountDownLatch closed = new CountDownLatch(1);
            Fx.later(
                    () -> new Shell(new Stage(), workbench, port, WindowMain::tellListening, closed::countDown).show());
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Fx.exit();
        }
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

    private static void startToolkit() throws Problem {
        try {
            Fx.start();
        } catch (UnsupportedOperationException e) {
            throw noDisplay();
        }
    }

    private static Workbench opened(FutureTask<Workbench> opening) throws Problem, InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
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
