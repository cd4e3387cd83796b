package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.ProviderExists;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.workbench.Imported;
import dev.hookglass.workbench.Importing;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Taking in files, chosen or dropped, of whatever kind: events, or an AsyncAPI document as a provider. For the FX thread. */
final class ImportCommands {
    private final Importing importing;
    private final Background background;
    private final ObservableList<Node> notices;
    private final Consumer<Provider> onAddSource;
    private final Runnable onEvents;

    /**
     * @param onAddSource told of the new provider when a person wants a source for it
     * @param onEvents told when events were imported, whose marks come after them
     */
    ImportCommands(Importing importing, Background background, ObservableList<Node> notices,
            Consumer<Provider> onAddSource, Runnable onEvents) {
        this.importing = importing;
        this.background = background;
        this.notices = notices;
        this.onAddSource = onAddSource;
        this.onEvents = onEvents;
    }

    /** Asks for a file. */
    void choose(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("import.title"));
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(text("import.known"), "*.yaml", "*.yml", "*.json", "*.jsonl",
                        "*.har"), new FileChooser.ExtensionFilter(text("import.all"), "*.*"));
        File chosen = chooser.showOpenDialog(window);
        if (chosen != null) {
            importAny(chosen.toPath());
        }
    }

    /** Takes in a file; what came of it is told above the window's content. */
    void importAny(Path file) {
        importAny(file, false);
    }

    private void importAny(Path file, boolean replaces) {
        Banner progress = new Banner(Banner.Kind.INFO, text("import.running", file.getFileName()));
        Background.Running running = background.run(
                () -> importing.importAny(file, replaces,
                        number -> Fx.later(() -> progress.say(count("import.runningSome", number)))),
                this::tell, problem -> tell(problem, file));
        notices.setAll(progress.withButton(text("import.cancel"), () -> {
            running.cancel();
            notices.clear();
        }));
    }

    private void tell(Imported imported) {
        switch (imported) {
            case Imported.Events events -> {
                onEvents.run();
                show(new Banner(Banner.Kind.SUCCESS, count("import.events", events.count())));
            }
            case Imported.Document document -> {
                Provider provider = document.provider();
                Banner banner = new Banner(Banner.Kind.SUCCESS, text("import.provider", provider.name(),
                        count("import.messages", document.messages()), count("import.channels", document.channels()),
                        count("import.types", provider.events().size())));
                document.notes().forEach(banner::withDetail);
                show(banner.withButton(text("import.addSource"), () -> {
                    notices.clear();
                    onAddSource.accept(provider);
                }));
            }
        }
    }

    private void tell(Problem problem, Path file) {
        Banner banner = new Banner(problem instanceof ProviderExists ? Banner.Kind.WARNING : Banner.Kind.DANGER,
                problem.sentence());
        show(problem instanceof ProviderExists
                ? banner.withButton(text("import.replace"), () -> importAny(file, true))
                : banner);
    }

    private void show(Banner banner) {
        notices.setAll(banner.withClose(notices::clear));
    }
}
