package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.store.Salvage;
import dev.hookglass.store.Salvage.Backup;
import dev.hookglass.store.UnreadableStore;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.ClosedFolder;
import dev.hookglass.workbench.Workbench;
import dev.hookglass.workbench.ClosedFolder.Repair;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Shown instead of the window when the events cannot be taken as they are: what is wrong, and the ways on. */
public final class StartFailure {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Stage stage;
    private final Path data;
    private final Consumer<Workbench> onOpened;
    private final Background background = new Background(Bugs::show);
    private final VBox findings = new VBox();
    private final FlowPane ways = new FlowPane(8, 8);
    private final VBox root = new VBox();
    private @Nullable Theme theme;

    /**
     * @param stage not shown yet
     * @param data the data folder
     * @param onOpened told of the workbench once one of the ways led to it
     */
    public StartFailure(Stage stage, Path data, Consumer<Workbench> onOpened) {
        this.stage = stage;
        this.data = data;
        this.onOpened = onOpened;
    }

    /** Shows it; the stage is hidden when the person quits. */
    public void show(UnreadableStore problem) {
        Label title = new Label(text("failure.title"));
        title.getStyleClass().add("title");
        Label calm = new Label(text("failure.nothingDeleted", data));
        calm.setWrapText(true);
        calm.setMinHeight(Label.USE_PREF_SIZE);
        calm.getStyleClass().add("muted");
        tell(problem.reason());
        Salvage.newestBackup(data).ifPresent(this::offer);
        if (problem.canBeOpened()) {
            ways.getChildren().add(way(text("failure.asItIs"), salvage -> {
                salvage.takeAsItIs();
                return true;
            }));
        }
        ways.getChildren().addAll(way(text("failure.fresh"), Salvage::setAside),
                new ActionButton(text("failure.quit"), stage::hide));
        root.getStyleClass().addAll("sheet", "start-failure");
        root.getChildren().addAll(title, findings, calm, ways);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        theme = new Theme(scene, Theme.Mode.SYSTEM);
        stage.setScene(scene);
        stage.setTitle(text("window.title"));
        stage.getIcons().setAll(WindowIcons.all());
        stage.setOnHidden(_ -> close());
        stage.show();
    }

    private void offer(Backup backup) {
        ways.getChildren().add(way(text("failure.restore", TIME.format(backup.at())),
                salvage -> salvage.restore(backup.file())));
    }

    private Node way(String label, Repair<?> repair) {
        return new ActionButton(label, () -> {
            root.setDisable(true);
            background.run(() -> {
                ClosedFolder.repair(data, repair);
                return Workbench.open(data);
            }, this::opened, problem -> {
                root.setDisable(false);
                tell(problem.sentence());
            });
        });
    }

    private void opened(Workbench workbench) {
        close();
        onOpened.accept(workbench);
    }

    private void close() {
        if (theme != null) {
            theme.close();
        }
        background.close();
    }

    private void tell(String sentence) {
        findings.getChildren().setAll(List.of(new Banner(Banner.Kind.DANGER, sentence)));
    }
}
