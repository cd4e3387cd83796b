package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.workbench.Workbench;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** Beginning to listen, and choosing where. For the FX thread. */
final class ListeningCommands {
    private final Workbench workbench;
    private final Background background;
    private final Sheets sheets;
    private final ObservableList<Node> notices;
    private final Runnable onChange;
    private final Consumer<String> onListening;
    private Listening wanted;

    /**
     * @param wanted how to listen at first
     * @param onChange told when it listens, or cannot
     * @param onListening told the URL whenever it begins to listen
     */
    ListeningCommands(Workbench workbench, Background background, Sheets sheets, ObservableList<Node> notices,
            Listening wanted, Runnable onChange, Consumer<String> onListening) {
        this.workbench = workbench;
        this.background = background;
        this.sheets = sheets;
        this.notices = notices;
        this.wanted = wanted;
        this.onChange = onChange;
        this.onListening = onListening;
    }

    /** How it listens, or was to. */
    Listening current() {
        return workbench.listening().map(wanted::at).orElse(wanted);
    }

    /** Begins to listen. */
    void begin() {
        Listening beginning = wanted;
        background.run(() -> beginning.begin(workbench), _ -> listening(), problem -> {
            onChange.run();
            notices.setAll(new Banner(Banner.Kind.DANGER, problem.sentence())
                    .withButton(text("port.another"), this::ask));
        });
    }

    /** Asks how to listen. */
    void ask() {
        ListeningForm form = new ListeningForm(workbench, background, current(), chosen -> {
            wanted = chosen;
            sheets.close();
            listening();
        }, sheets::close);
        sheets.centre(form);
        form.focus();
    }

    private void listening() {
        notices.clear();
        onChange.run();
        workbench.url().ifPresent(onListening);
    }
}
