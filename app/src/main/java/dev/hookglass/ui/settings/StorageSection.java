package dev.hookglass.ui.settings;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.settings.StorageSettings;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.Salvage;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Sizes;
import dev.hookglass.workbench.Workbench;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How events are kept: safety, what goes by itself, and looking after the file. */
public final class StorageSection implements SettingsSection {
    private final Workbench workbench;
    private final Background background;
    private final Window window;
    private final Runnable onRestored;
    private final Label facts = line("", "muted");
    private final VBox told = new VBox();
    private final VBox content = new VBox();
    private Background.@Nullable Running running;

    /**
     * @param window asked for files in front of it
     * @param onRestored told that there are other events now
     */
    public StorageSection(Workbench workbench, Background background, Window window, Runnable onRestored) {
        this.workbench = workbench;
        this.background = background;
        this.window = window;
        this.onRestored = onRestored;
        content.getStyleClass().add("settings-section");
        content.getChildren().addAll(facts, powerSafe(), line(text("settings.storage.powerSafe.explained"), "muted"),
                new RetentionForm(storage().retention(), this::tell,
                        retention -> save(storage -> storage.withRetention(retention))),
                buttons(), line(text("settings.storage.backup.explained"), "muted"), told);
        showFacts();
    }

    private StorageSettings storage() {
        return workbench.settings().get().storage();
    }

    @Override
    public String title() {
        return text("settings.storage");
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void closed() {
        if (running != null) {
            running.cancel();
        }
    }

    private static Label line(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private Node powerSafe() {
        CheckBox box = new CheckBox(text("settings.storage.powerSafe"));
        box.setId("power-safe");
        box.setSelected(storage().powerSafe());
        box.setOnAction(_ -> save(storage -> storage.withPowerSafe(box.isSelected())));
        return box;
    }

    private Node buttons() {
        return new FlowPane(8, 8, new ActionButton(text("settings.storage.backup"), this::backup),
                new ActionButton(text("settings.storage.restore"), this::restore),
                new ActionButton(text("settings.storage.compact"), this::compact));
    }

    private void save(UnaryOperator<StorageSettings> change) {
        background.run(
                () -> workbench.settings().change(settings -> settings.withStorage(change.apply(settings.storage()))),
                () -> say(Banner.Kind.SUCCESS, text("settings.storage.saved")), this::tell);
    }

    private void compact() {
        long before = workbench.events().size();
        work(text("settings.storage.compacting"), false, () -> {
            workbench.events().upkeep().compact();
            return text("settings.storage.compacted", Sizes.of(before), Sizes.of(workbench.events().size()));
        });
    }

    private void backup() {
        Path target = Salvage.newBackup(workbench.folder(), InstantSource.system());
        work(text("settings.storage.backingUp"), true, () -> {
            Files.createDirectories(target.getParent());
            workbench.events().upkeep().backup(target);
            return text("settings.storage.backedUp", target);
        });
    }

    private void restore() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new ExtensionFilter(text("settings.storage.backups"), "*.zip"));
        Salvage.newestBackup(workbench.folder())
                .ifPresent(_ -> chooser.setInitialDirectory(workbench.folder().resolve(Salvage.BACKUPS).toFile()));
        File chosen = chooser.showOpenDialog(window);
        if (chosen != null) {
            work(text("settings.storage.restoring"), false, () -> {
                Optional<Path> aside = workbench.events().upkeep().restore(chosen.toPath());
                return text("settings.storage.restored", aside.map(Path::toString).orElse(""));
            });
        }
    }

    private void work(String progress, boolean canBeCancelled, Callable<String> work) {
        if (running != null) {
            return;
        }
        Banner banner = new Banner(Banner.Kind.INFO, progress);
        told.getChildren().setAll(canBeCancelled
                ? banner.withButton(text("settings.storage.cancel"), this::cancel)
                : banner);
        running = background.run(work, done -> {
            running = null;
            say(Banner.Kind.SUCCESS, done);
            showFacts();
            onRestored.run();
        }, problem -> {
            running = null;
            tell(problem);
        });
    }

    private void cancel() {
        closed();
        running = null;
        told.getChildren().clear();
    }

    private void tell(Problem problem) {
        say(Banner.Kind.DANGER, problem.sentence());
    }

    private void say(Banner.Kind kind, String sentence) {
        told.getChildren().setAll(new Banner(kind, sentence));
    }

    private void showFacts() {
        EventStore events = workbench.events();
        background.run(() -> {
            List<Tally> tallies = events.tallies();
            return text("settings.storage.where", Sizes.of(events.size()),
                    String.format("%,d", tallies.stream().mapToLong(Tally::events).sum()),
                    Sizes.of(tallies.stream().mapToLong(Tally::bytes).sum()));
        }, facts::setText, this::tell);
    }
}
