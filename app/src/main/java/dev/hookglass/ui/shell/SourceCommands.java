package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.sources.SenderForm;
import dev.hookglass.ui.sources.SetupSheet;
import dev.hookglass.ui.sources.SourceForm;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Adding, changing, judging again and removing sources, in sheets over the window. For the FX thread. */
final class SourceCommands {
    private final Workbench workbench;
    private final Background background;
    private final Sheets sheets;
    private final ObservableList<Node> notices;
    private final ObjectProperty<OptionalInt> chosen;
    private final ReadOnlyObjectProperty<@Nullable EventSummary> selected;
    private final Runnable onChanged;
    private final Consumer<Problem> onProblem;
    private final SourceForm form;
    private final SenderForm senderForm;
    private final SetupSheet setup;

    /**
     * @param chosen the source whose events are shown
     * @param tallies events by source and verdict, as they change
     * @param selected the event that is looked at
     * @param onChanged told after a change, also when the form is left without one
     */
    SourceCommands(Workbench workbench, Background background, Sheets sheets, ObservableList<Node> notices,
            ObjectProperty<OptionalInt> chosen, ReadOnlyObjectProperty<@Nullable EventSummary> selected,
            ObservableValue<List<Tally>> tallies, Runnable onChanged, Consumer<Problem> onProblem) {
        this.workbench = workbench;
        this.background = background;
        this.sheets = sheets;
        this.notices = notices;
        this.chosen = chosen;
        this.selected = selected;
        this.onChanged = onChanged;
        this.onProblem = onProblem;
        form = new SourceForm(workbench.sources(), workbench.replies(), workbench.providers(), workbench.targets(),
                background, workbench::url, this::describeSender, this::setUp, onChanged);
        setup = new SetupSheet(workbench.sources(), workbench.providers(), background, tallies, workbench::url,
                this::edit, this::editSecrets, onChanged);
        senderForm = new SenderForm(workbench.events(), workbench.providers(), background, this::senderDescribed,
                this::showForm);
    }

    void add() {
        form.add();
        showForm();
    }

    /** Adds one of which something is known already. */
    void add(Source draft) {
        form.add(draft);
        showForm();
    }

    void edit(Source source) {
        form.edit(source);
        showForm();
    }

    void editSecrets(Source source) {
        form.editSecrets(source);
        showForm();
    }

    /** The same, with a secret written there already. */
    void editSecrets(Source source, String proposed) {
        form.editSecrets(source, proposed);
        showForm();
    }

    /** Shows what to do at the sender of a source. */
    void setUp(Source source) {
        setup.open(source);
        sheets.centre(setup.root());
    }

    private void showForm() {
        sheets.centre(form.root());
    }

    private void describeSender(Optional<String> described) {
        senderForm.open(described, Optional.ofNullable(selected.get()));
        sheets.centre(senderForm.root());
    }

    private void senderDescribed(Provider provider, String secret) {
        form.choose(provider, secret);
        showForm();
    }

    void rejudge(Source source) {
        background.run(() -> workbench.rejudging().again(source.id()), () -> {}, onProblem);
    }

    void remove(Source source) {
        background.run(() -> workbench.sources().remove(source.id()), () -> {
            chosen.set(OptionalInt.empty());
            onChanged.run();
            notices.setAll(new Banner(Banner.Kind.INFO, text("sources.removed", source.name()))
                    .withButton(text("sources.undo"), () -> restore(source))
                    .withClose(notices::clear));
        }, onProblem);
    }

    private void restore(Source source) {
        background.run(() -> workbench.sources().restore(source), () -> {
            notices.clear();
            onChanged.run();
        }, onProblem);
    }
}
