package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.compose.Draft;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A sheet to write a request, from a sample or a captured event, to sign and send it, and to see what comes back. */
public final class ComposeView {
    private static final double WIDTH = 860;
    private static final double REQUEST_SHARE = 0.64;

    private final Workbench workbench;
    private final Latest reading;
    private final Sampling sampling;
    private final ComposeHead head;
    private final RequestDraft request;
    private final TemplateMenu templates;
    private final DraftKeeper keeper;
    private final SampleChoice choice = new SampleChoice(this::provider, () -> sample(false),
            () -> sample(true));
    private final BodyPane body;
    private final HeadersPane headers = new HeadersPane(this::changed);
    private final SigningChoice signing;
    private final OutcomePane outcome;
    private final SendRow sendRow;
    private final TabPane tabs;
    private final VBox root;
    private @Nullable CapturedEvent captured;
    /** Whether what is to be shown is there. */
    private boolean isReady;

    /**
     * @param recentTargets URLs used before, the last first; what is sent to is put in front
     * @param variablesOf the variables of the target that a URL is of, by their names; none for a URL that is no target's
     * @param onClose called when a person closes the sheet
     */
    public ComposeView(Workbench workbench, Background background, ObservableList<String> recentTargets,
            Function<String, Map<String, String>> variablesOf, Runnable onClose) {
        this.workbench = workbench;
        templates = new TemplateMenu(workbench.drafts(), background, this::template, this::open, this::tell);
        keeper = new DraftKeeper(workbench.drafts(), background, this::kept, this::tell);
        reading = new Latest(background);
        body = new BodyPane(background, this::changed);
        sampling = new Sampling(background, body, headers, () -> isReady = true, this::tell);
        signing = new SigningChoice(workbench::signedUrl);
        request = new RequestDraft(workbench, variablesOf, choice, body, headers, signing, sampling::seed);
        outcome = new OutcomePane(background);
        sendRow = new SendRow(workbench.deliveries(), background, recentTargets, request::ownUrl, signing, request,
                outcome, workbench.targets(), this::changed);
        tabs = new TabPane(new Tab(text("compose.body"), body.root()),
                new Tab(text("compose.headers"), headers.root()));
        tabs.setAccessibleText(text("compose.tabs"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        SplitPane parts = new SplitPane(new VBox(tabs, sendRow));
        parts.setOrientation(Orientation.VERTICAL);
        VBox.setVgrow(parts, Priority.ALWAYS);
        outcome.isShown().subscribe(shows -> showOutcome(parts, shows));
        head = new ComposeHead(templates, onClose);
        root = new VBox(head, templates.naming(), choice, parts);
        root.getStyleClass().add("compose");
        root.setPrefWidth(WIDTH);
        root.setMaxSize(WIDTH, Double.MAX_VALUE);
    }

    /** The request has all the room until there is something to say about it. */
    private void showOutcome(SplitPane parts, boolean shows) {
        if (shows) {
            parts.getItems().add(outcome.root());
            parts.setDividerPositions(REQUEST_SHARE);
        } else {
            parts.getItems().remove(outcome.root());
        }
    }

    public Parent root() {
        return root;
    }

    /** Reads ahead of need what it takes long to read: the providers, and what makes samples of them. */
    public void prepare(Background background) {
        background.run(() -> {
            String first = workbench.sources().all().getFirst().provider();
            return Sample.of(SampleChoice.named(workbench.providers().all(), first), "", 1, 0);
        }, _ -> {}, _ -> {});
    }

    /** Goes on with what was being composed last, or begins with a sample. */
    public void begin() {
        keeper.note();
        open(null, text("compose.title"), "");
        headers.show(List.of(), _ -> false, "");
        reading.ask(() -> Start.of(workbench.providers(), keeper::last), this::begin, this::tell);
    }

    private void begin(Start start) {
        start.problem().ifPresent(this::tell);
        if (start.last().isPresent()) {
            show(start.last().get(), start.providers());
            return;
        }
        String first = workbench.sources().all().getFirst().provider();
        Provider chosen = SampleChoice.named(start.providers(), first);
        choice.show(start.providers(), chosen, null);
        provider(chosen);
        body.focus();
    }

    /** Goes on with a template. */
    private void open(Draft template) {
        open(null, text("compose.title"), "");
        reading.ask(() -> workbench.providers().all(), providers -> show(template, providers), this::tell);
    }

    private void show(Draft draft, List<Provider> providers) {
        Provider provider = SampleChoice.named(providers, draft.provider());
        choice.show(providers, provider, draft.type());
        sampling.have(Sample.headers(provider, draft.type()));
        signing.show(provider, workbench.sources().all(), List.of(), OptionalInt.empty());
        headers.show(draft.headers(), _ -> false, "");
        if (draft.edited()) {
            body.showEdited(draft.body());
        } else {
            body.show(draft.body());
        }
        body.variables().setSelected(draft.variables());
        describe();
        isReady = true;
        sendRow.propose();
        body.focus();
    }

    /** What is being composed, or what a captured event is edited to, once it is. */
    private Optional<DraftKeeper.Kept> kept() {
        CapturedEvent event = captured;
        if (event != null) {
            return isReady && body.isEdited()
                    ? draft().map(draft -> new DraftKeeper.Kept(event.id(), draft))
                    : Optional.empty();
        }
        return choice.provider().isPresent() && isReady
                ? draft().map(draft -> new DraftKeeper.Kept(DraftKeeper.NO_EVENT, draft))
                : Optional.empty();
    }

    private Optional<Draft> draft() {
        return body.written()
                .map(written -> new Draft(choice.provider().map(Provider::id).orElse(""), choice.typeName(),
                        headers.plain(), written, sampling.isOwnBody(), body.variables().isSelected()));
    }

    private Draft template() throws Problem {
        return draft().orElseThrow(() -> new Problem(text("compose.template.binary")));
    }

    /** Something that is sent has changed. */
    private void changed() {
        request.tellUnknown(sendRow.url());
        keeper.changed();
    }

    private void describe() {
        body.describe(choice.provider().flatMap(provider -> BodySchema.of(provider, choice.typeName())));
    }

    /** Keeps what is being composed, because the window goes. */
    public void close() {
        keeper.close();
    }

    /** Starts with a captured event; until it is changed, the body is sent byte for byte. */
    public void edit(CapturedEvent event) {
        keeper.note();
        RequestHead head = event.request();
        open(event, text("compose.edit.title"), head.method() + " " + head.readableTarget());
        headers.show(List.of(), _ -> false, "");
        reading.ask(() -> Start.of(workbench.providers(), () -> keeper.edited(event.id())), start -> {
            start.problem().ifPresent(this::tell);
            Provider provider = SampleChoice.named(start.providers(), event.summary().provider());
            choice.show(start.providers(), provider, String.valueOf(event.summary().type() == null
                    ? ""
                    : event.summary().type()));
            CapturedHeaders.show(event, provider, workbench.sources(), headers, signing);
            sendRow.propose();
            body.show(event.body());
            start.last().ifPresent(edited -> goOn(event, edited));
            describe();
            isReady = true;
            body.focus();
        }, this::tell);
    }

    /** With what a person made of the event before. */
    private void goOn(CapturedEvent event, Draft edited) {
        headers.replace(headers.plain(), edited.headers());
        body.showEdited(edited.body());
        body.variables().setSelected(edited.variables());
        body.note(new Banner(Banner.Kind.INFO, text("compose.edit.before"))
                .withButton(text("compose.edit.anew"), () -> {
                    isReady = false;
                    reading.ask(() -> {
                        keeper.forget(event.id());
                        return event;
                    }, this::edit, this::tell);
                }));
    }

    private void open(@Nullable CapturedEvent event, String newTitle, String newChip) {
        captured = event;
        request.begin(event);
        isReady = false;
        templates.refresh();
        choice.begin();
        body.describe(Optional.empty());
        body.variables().setSelected(event == null);
        sampling.begin(event != null);
        head.show(newTitle, newChip);
        body.show("");
        tabs.getSelectionModel().selectFirst();
        outcome.clear();
        sendRow.begin(event == null ? OptionalLong.empty() : OptionalLong.of(event.id()));
    }

    private void provider(Provider chosen) {
        CapturedEvent event = captured;
        if (event != null) {
            List<Header> proof = CapturedHeaders.of(event, chosen, List.of()).proof();
            signing.show(chosen, workbench.sources().all(), proof, OptionalInt.empty());
        } else {
            signing.show(chosen, workbench.sources().all(), List.of(), OptionalInt.empty());
        }
        sendRow.propose();
        sample(false);
    }

    /** @param always even if the body is a person's own, who is asked otherwise */
    private void sample(boolean always) {
        choice.provider().ifPresent(provider -> {
            describe();
            sampling.show(provider, choice.typeName(), choice.count(), always);
        });
    }

    private void tell(Problem problem) {
        outcome.tell(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    /** Sends what is written; variables are filled in if that is switched on. */
    public void send() {
        sendRow.send();
    }
}
