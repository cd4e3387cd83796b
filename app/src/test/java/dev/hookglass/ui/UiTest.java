package dev.hookglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Theme;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The base of window tests: a stage on JavaFX's headless platform, a robot, and a picture of the window in
 * {@code target/screenshots} where a test fails. A rule of a style sheet that cannot be applied fails the test. The only
 * class that knows how TestFX is started.
 */
public abstract class UiTest extends FxRobot {
    /** The headless screen has 1000 × 1000 pixels; a larger stage would be cut. */
    protected static final double WIDTH = 960;
    protected static final double HEIGHT = 700;
    private static final long PATIENCE_SECONDS = 20;

    /** Bugs thrown by background work fail the test that caused them. */
    protected final CompletableFuture<Throwable> bug = new CompletableFuture<>();
    protected final Background background = new Background(bug::complete);

    @RegisterExtension
    final Screenshots.OnFailure onFailure = new Screenshots.OnFailure(() -> stage().getScene().getRoot());

    private @Nullable StyleWarnings styleWarnings;
    private @Nullable Stage stage;
    private @Nullable Theme theme;

    @BeforeEach
    final void openStage() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        styleWarnings = new StyleWarnings(stage);
        // All tests have the same stage; what one made of its size is not the next one's.
        onFx(() -> {
            stage().setMinWidth(0);
            stage().setMinHeight(0);
            stage().sizeToScene();
            return true;
        });
    }

    /** Shows a view in light colours; it is made on the FX thread. */
    protected final void show(Supplier<? extends Parent> view) {
        show(view, Theme.Mode.LIGHT);
    }

    protected final void show(Supplier<? extends Parent> view, Theme.Mode mode) {
        onFx(() -> {
            if (theme != null) {
                theme.close();
            }
            Scene scene = new Scene(view.get(), WIDTH, HEIGHT);
            theme = new Theme(scene, mode);
            stage().setScene(scene);
            stage().show();
            stage().sizeToScene();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected final Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** Runs something on the FX thread and waits for what it gives. */
    protected static <T> T onFx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
        } catch (TimeoutException e) {
            throw new AssertionError("The FX thread did not answer in " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Waits until the FX thread sees a condition fulfilled. */
    protected static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Not fulfilled in " + PATIENCE_SECONDS + " s", e);
        }
    }

    @AfterEach
    final void closeStage() throws TimeoutException {
        background.close();
        onFx(() -> {
            if (theme != null) {
                theme.close();
            }
            return true;
        });
        FxToolkit.hideStage();
        StyleWarnings warnings = Objects.requireNonNull(styleWarnings);
        warnings.close();
        if (bug.isDone()) {
            throw new AssertionError("Background work failed by a bug", bug.join());
        }
        assertEquals(List.of(), warnings.all(), "JavaFX cannot apply rules of the style sheets");
    }
}
