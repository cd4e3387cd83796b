package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Replies;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.target.Targets;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.FormPanel;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Latest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** A panel that adds a source or changes one. For the FX thread. */
public final class SourceForm {
    private static final double WIDTH = 520;
    private static final int NEW = 0;

    private final Sources sources;
    private final Catalogue catalogue;
    private final Background background;
    private final Latest reading;
    private final Runnable onDone;
    private final SourceFields fields;
    private final Button save = new Button(text("sources.save"));
    private final ActionButton setUp;
    private final FormPanel root;
    private int id = NEW;
    private Background.@Nullable Running saving;

    /**
     * @param replies how far the sources' sequences of answers have come
     * @param receiverUrl where webhooks are received; empty while not listening
     * @param onDescribe told when a person wants to describe a sender that is not listed, or anew the one with that id
     * @param onSetUp told of the source whose sender a person wants to set up
     * @param onDone called when the form is to be closed: after saving, or without it
     */
    public SourceForm(Sources sources, Replies replies, Catalogue catalogue, Targets targets, Background background,
            Supplier<Optional<String>> receiverUrl, Consumer<Optional<String>> onDescribe, Consumer<Source> onSetUp,
            Runnable onDone) {
        this.sources = sources;
        this.catalogue = catalogue;
        this.background = background;
        this.reading = new Latest(background);
        this.onDone = onDone;
        fields = new SourceFields(receiverUrl, replies, catalogue, targets, onDescribe);
        save.setOnAction(_ -> save());
        Button cancel = new Button(text("sources.cancel"));
        cancel.setOnAction(_ -> close());
        setUp = new ActionButton(text("sources.setUp"), () -> sources.find(id).ifPresent(onSetUp)).flat();
        root = new FormPanel(WIDTH, fields, setUp, cancel, save);
    }

    public Parent root() {
        return root;
    }

    /** Empties the form for a source that is not there yet. */
    public void add() {
        add(Source.draft("", "", ""));
    }

    /** The same, with a provider chosen and a path proposed. */
    public void add(Source draft) {
        open(NEW, text("sources.add.title"), providers -> fields.add(draft, providers, sources.all()),
                draft.provider().isEmpty() ? fields::focus : fields::focusSecret);
    }

    /** Fills the form with a source that is there. */
    public void edit(Source source) {
        open(source, fields::focus);
    }

    /** The same, with the cursor where a secret is pasted. */
    public void editSecrets(Source source) {
        open(source, fields::focusSecret);
    }

    /** The same, with a secret written there already if the source has none. */
    public void editSecrets(Source source, String proposed) {
        open(source.id(), text("sources.edit.title", source.name()), providers -> {
            fields.edit(source, providers, sources.all());
            fields.choose(source.provider(), proposed, providers);
        }, fields::focusSecret);
    }

    private void open(Source source, Runnable focus) {
        open(source.id(), text("sources.edit.title", source.name()),
                providers -> fields.edit(source, providers, sources.all()), focus);
    }

    private void open(int newId, String newTitle, Consumer<List<Provider>> fill, Runnable focus) {
        id = newId;
        root.setTitle(newTitle);
        setUp.setVisible(id != NEW);
        root.tell(Optional.empty());
        // The first time, the providers' files are read.
        reading.ask(this::providers, providers -> {
            fill.accept(providers);
            catalogue.problems().forEach(root::warn);
            fields.showKeeping(sources.keeping());
            // Later, because new fields take the keyboard only once they have been laid out.
            Fx.later(focus);
        }, this::tell);
    }

    /** The user's files may have been changed since they were read. */
    private List<Provider> providers() {
        catalogue.reload();
        return catalogue.all();
    }

    /** Goes on with a provider that was not there before, and with a secret that was tried, unless it is empty. */
    public void choose(Provider provider, String secret) {
        reading.ask(this::providers, providers -> {
            fields.choose(provider.id(), secret, providers);
            Fx.later(fields::focusSecret);
        }, this::tell);
    }

    /** Puts the cursor into the first field. */
    public void focus() {
        fields.focus();
    }

    private void save() {
        if (saving != null) {
            return;
        }
        try {
            Source draft = fields.source(id);
            save.setDisable(true);
            saving = background.run(() -> draft.id() == NEW ? sources.add(draft) : sources.replace(draft), _ -> {
                saved();
                onDone.run();
            }, problem -> {
                saved();
                tell(problem);
            });
        } catch (Problem problem) {
            tell(problem);
        }
    }

    private void saved() {
        saving = null;
        save.setDisable(false);
    }

    private void close() {
        if (saving != null) {
            // It ends in a moment, and closes the form if it can.
            return;
        }
        reading.drop();
        onDone.run();
    }

    private void tell(Problem problem) {
        root.tell(Optional.of(problem));
    }
}
