package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.base.ActionButton;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.CopyButton;
import dev.hookglass.ui.base.FittingScroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What to do at the sender so that its webhooks arrive at a source and are judged: steps, of which some tick themselves. */
public final class SetupSheet {
    private static final double WIDTH = 560;

    private final Sources sources;
    private final Catalogue catalogue;
    private final Background background;
    private final Supplier<Optional<String>> receiverUrl;
    private final Consumer<Source> onEdit;
    private final Consumer<Source> onEditSecrets;
    private final Label title = new Label();
    private final VBox findings = new VBox();
    private final VBox steps = new VBox();
    private final VBox root;
    private @Nullable Setup shown;
    private List<Tally> tallies = List.of();
    private int id;

    /**
     * @param counts events by source and verdict, whose change ticks steps
     * @param receiverUrl where webhooks are received; empty while not listening
     * @param onEdit told of the source whose public URL a person wants to set
     * @param onEditSecrets told of the source whose secrets a person wants to set
     */
    public SetupSheet(Sources sources, Catalogue catalogue, Background background,
            ObservableValue<List<Tally>> counts, Supplier<Optional<String>> receiverUrl, Consumer<Source> onEdit,
            Consumer<Source> onEditSecrets, Runnable onClose) {
        this.sources = sources;
        this.catalogue = catalogue;
        this.background = background;
        this.receiverUrl = receiverUrl;
        this.onEdit = onEdit;
        this.onEditSecrets = onEditSecrets;
        title.getStyleClass().add("title");
        HBox buttons = new HBox(new ActionButton(text("setup.close"), onClose));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        steps.getStyleClass().add("setup-steps");
        FittingScroll scroll = new FittingScroll(steps);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(title, findings, scroll, buttons);
        root.getStyleClass().addAll("source-form", "setup");
        root.setPrefWidth(WIDTH);
        root.setMaxSize(WIDTH, VBox.USE_PREF_SIZE);
        counts.subscribe(changed -> {
            tallies = changed;
            refresh();
        });
    }

    public Parent root() {
        return root;
    }

    /** Shows the steps for a source. */
    public void open(Source source) {
        id = source.id();
        shown = null;
        findings.getChildren().clear();
        title.setText(text("setup.title", source.name()));
        refresh();
    }

    /** What the steps depend on. */
    private record Setup(Source source, Provider provider, boolean arrived, boolean valid) {}

    private void refresh() {
        sources.find(id).flatMap(source -> catalogue.find(source.provider())
                .map(provider -> new Setup(source, provider, has(_ -> true), has(Outcome.VALID::equals))))
                .filter(setup -> !setup.equals(shown)).ifPresent(this::show);
    }

    private boolean has(Predicate<Outcome> outcome) {
        return tallies.stream().anyMatch(tally -> tally.sourceId() == id && tally.events() > 0
                && outcome.test(tally.outcome()));
    }

    private void show(Setup setup) {
        shown = setup;
        SetupWords words = SetupWords.of(setup.provider().id());
        List<Node> all = new ArrayList<>();
        all.add(new SetupStep(text("setup.where"), false).say(words.where(setup.provider().name())).root());
        all.add(url(setup).root());
        if (!(setup.provider().scheme() instanceof Unsigned)) {
            all.add(secret(setup, words).root());
        }
        all.add(events(setup).root());
        all.add(new SetupStep(text("setup.arrived"), setup.arrived()).say(text("setup.arrived.text")).root());
        if (!(setup.provider().scheme() instanceof Unsigned)) {
            all.add(new SetupStep(text("setup.valid"), setup.valid()).say(text("setup.valid.text")).root());
        }
        steps.getChildren().setAll(all);
    }

    private SetupStep url(Setup setup) {
        Source source = setup.source();
        Optional<String> outside = Intake.publicUrl(source, source.path());
        boolean isHttps = outside.filter(url -> url.matches("https://[^:/]+(:443)?(/.*)?")).isPresent();
        String url = outside.orElseGet(() -> receiverUrl.get().orElse("") + source.path());
        SetupStep step = new SetupStep(text("setup.url"), isHttps).code(url, text("setup.url.copy"));
        return isHttps
                ? step.say(text("setup.url.https"))
                : step.say(text(outside.isPresent() ? "setup.url.notHttps" : "setup.url.local", source.path()))
                        .button(text("setup.url.edit"), () -> onEdit.accept(source));
    }

    private SetupStep secret(Setup setup, SetupWords words) {
        Source source = setup.source();
        SetupStep step = new SetupStep(text("setup.secret"), !source.secrets().isEmpty()).say(words.secret());
        if (!source.secrets().isEmpty()) {
            Secret newest = source.secrets().getLast();
            step.add(centred(new Label(text("setup.secret.set", newest.name())),
                    new CopyButton(text("setup.secret.copy"), () -> words.pasted(newest.text()))));
        }
        if (words.canGenerate() && source.secrets().isEmpty()) {
            step.button(text("setup.secret.generate"), () -> generate(setup, words));
        }
        return step.button(text(source.secrets().isEmpty() ? "setup.secret.add" : "setup.secret.change"),
                () -> onEditSecrets.accept(source));
    }

    private static Node centred(Node... nodes) {
        HBox line = new HBox(6, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void generate(Setup setup, SetupWords words) {
        Secret secret = new Secret(text("sources.secret.name", 1), words.generated());
        background.run(() -> sources.replace(setup.source().withSecrets(List.of(secret))), _ -> {
            CopyButton.copy(words.pasted(secret.text()));
            findings.getChildren().setAll(new Banner(Banner.Kind.SUCCESS, text("setup.secret.generated")));
            refresh();
        }, this::tell);
    }

    private void tell(Problem problem) {
        findings.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private static SetupStep events(Setup setup) {
        String names = String.join("\n", setup.provider().events().stream().map(EventType::name).toList());
        SetupStep step = new SetupStep(text("setup.events"), false);
        return names.isEmpty()
                ? step.say(text("setup.events.any"))
                : step.say(text("setup.events.text", setup.provider().events().size()))
                        .code(names, text("setup.events.copy"));
    }
}
