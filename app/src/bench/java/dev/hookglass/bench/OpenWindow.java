package dev.hookglass.bench;

import dev.hookglass.ui.shell.Shell;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The real window over a data folder, in this process. */
record OpenWindow(Stage stage, Workbench workbench) {
    /** Opens folder and window both at once, as the program itself does, and waits until the window shows. */
    static OpenWindow open(String folder, String port) throws InterruptedException, ExecutionException {
        FutureTask<Workbench> opening = new FutureTask<>(() -> Workbench.open(Path.of(folder)));
        Thread.ofPlatform().name("open").start(opening);
        Stage[] stages = new Stage[1];
        Platform.startup(() -> {
            Workbench workbench = opened(opening);
            stages[0] = new Stage();
            new Shell(stages[0], workbench, OptionalInt.of(Integer.parseInt(port)), _ -> {}).show();
        });
        WindowUnderTest.await(() -> stages[0] != null && stages[0].isShowing());
        return new OpenWindow(stages[0], opening.get());
    }

    private static Workbench opened(FutureTask<Workbench> opening) {
        try {
            return opening.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
