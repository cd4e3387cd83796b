package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A sheet to write a request, from a sample or a captured event, to sign and send it, and to see what comes back. */
public final class ComposeView {
    private static final double WIDTH = 860;
    private static final double REQUEST_SHARE = 0.64;

    private final Workbench workbench;
    private final Latest reading;
    private final Latest sampling;
    private final Label title = new Label();
    private final Label chip = new Label();
    private final SampleChoice choice = new SampleChoice(this::provider, () -> sample(false), () -> sample(true));
    private final BodyPane body;
    private final HeadersPane headers = new HeadersPane();
    private final SigningChoice signing;
    private final OutcomePane outcome;
    private final SendRow sendRow;
    private final TabPane tabs;
    private final VBox root;
    private @Nullable CapturedEvent captured;
    private boolean isCapturedBody;
    private Sample shown = new Sample("", List.of());
    private long seed;

    /**
     * @param recentTargets URLs used before, the last first; what is sent to is put in front
     * @param onClose called when a person closes the sheet
     */
    public ComposeView(Workbench workbench, Background background, ObservableList<String> recentTargets,
            Runnable onClose) {
        this.workbench = workbench;
        reading = new Latest(background);
        sampling = new Latest(background);
        body = new BodyPane(background);
        signing = new SigningChoice(workbench::signedUrl);
        outcome = new OutcomePane(background);
        sendRow = new SendRow(workbench.deliveries(), background, recentTargets, this::ownUrl, signing, this::draft,
                outcome, workbench.targets());
        tabs = new TabPane(new Tab(text("compose.body"), body.root()),
                new Tab(text("compose.headers"), headers.root()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        SplitPane parts = new SplitPane(new VBox(tabs, sendRow));
        parts.setOrientation(Orientation.VERTICAL);
        VBox.setVgrow(parts, Priority.ALWAYS);
        outcome.isShown().subscribe(shows -> showOutcome(parts, shows));
        root = new VBox(head(onClose), choice, parts);
        root.getStyleClass().add("compose");
        root.setPrefWidth(WIDTH);
        root.setMaxSize(WIDTH, Double.MAX_VALUE);
    }

    private HBox head(Runnable onClose) {
        title.getStyleClass().add("title");
        chip.getStyleClass().add("chip");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(10, title, chip, space,
                new IconButton(Icon.CLOSE, text("compose.close"), onClose));
        head.getStyleClass().add("compose-head");
        return head;
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

    /** Starts anew, with a sample. */
    public void begin() {
        open(null, text("compose.title"), "");
        headers.show(List.of(), _ -> false, "");
        reading.ask(() -> workbench.providers().all(), providers -> {
            String first = workbench.sources().all().getFirst().provider();
            Provider chosen = choice.provider().orElseGet(() -> named(providers, first));
            choice.show(providers, chosen, null);
            provider(chosen);
            body.focus();
        }, this::tell);
    }

    /** Starts with a captured event; until it is changed, the body is sent byte for byte. */
    public void edit(CapturedEvent event) {
        RequestHead head = event.request();
        open(event, text("compose.edit.title"), head.method() + " " + head.target());
        headers.show(List.of(), _ -> false, "");
        reading.ask(() -> workbench.providers().all(), providers -> {
            Provider provider = named(providers, event.summary().provider());
            choice.show(providers, provider, String.valueOf(event.summary().type() == null
                    ? ""
                    : event.summary().type()));
            showHeaders(event, provider);
            sendRow.propose();
            body.show(event.body());
            body.focus();
        }, this::tell);
    }

    private void open(@Nullable CapturedEvent event, String newTitle, String newChip) {
        captured = event;
        isCapturedBody = event != null;
        sampling.drop();
        title.setText(newTitle);
        chip.setText(newChip);
        chip.setVisible(!newChip.isEmpty());
        body.show("");
        tabs.getSelectionModel().selectFirst();
        outcome.clear();
        sendRow.begin(event == null ? OptionalLong.empty() : OptionalLong.of(event.id()));
    }

    /** A provider whose file is gone is replaced by the one that knows nothing. */
    private static Provider named(List<Provider> providers, String id) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .or(() -> providers.stream().filter(each -> each.id().equals(Source.INBOX.provider())).findFirst())
                .orElse(providers.getFirst());
    }

    private void showHeaders(CapturedEvent event, Provider provider) {
        OptionalInt sourceId = OptionalInt.of(event.summary().sourceId());
        List<Secret> secrets = workbench.sources().find(event.summary().sourceId()).map(Source::secrets)
                .orElse(List.of());
        CapturedHeaders parts = CapturedHeaders.of(event, provider, secrets);
        List<Header> elsewhere = Stream.concat(parts.dropped().stream(), parts.proof().stream())
                .toList();
        headers.show(parts.kept(), new SecretHeaders(provider.scheme(), secrets)::isSecret, elsewhere.isEmpty()
                ? ""
                : text("compose.headers.others",
                        elsewhere.stream().map(Header::name).distinct().collect(Collectors.joining(", "))));
        signing.show(provider, workbench.sources().all(), parts.proof(), sourceId);
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
        Optional<Provider> provider = choice.provider();
        if (provider.isEmpty()) {
            return;
        }
        seed++;
        Provider chosen = provider.get();
        String type = choice.typeName();
        int count = choice.count();
        long number = seed;
        sampling.ask(() -> Sample.of(chosen, type, count, number), sample -> show(sample, always), this::tell);
    }

    private void show(Sample sample, boolean always) {
        headers.replace(shown.headers(), sample.headers());
        shown = sample;
        if (always || !isCapturedBody && !body.isEdited()) {
            isCapturedBody = false;
            body.show(sample.text());
        } else {
            body.note(new Banner(Banner.Kind.INFO, text("compose.sample.kept"))
                    .withButton(text("compose.sample.replace"), () -> show(sample, true)));
        }
    }

    private void tell(Problem problem) {
        outcome.tell(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    /** The path of the source whose secret signs, else of one with this provider. */
    private Optional<String> ownUrl() {
        CapturedEvent event = captured;
        String path = event != null ? event.request().target() : sourcePath();
        return workbench.url().map(url -> url + path);
    }

    private String sourcePath() {
        List<Source> sources = workbench.sources().all();
        OptionalInt signer = signing.source();
        return sources.stream()
                .filter(source -> signer.isPresent()
                        ? source.id() == signer.getAsInt()
                        : choice.provider().map(Provider::id).filter(source.provider()::equals).isPresent())
                .findFirst()
                .map(Source::path)
                .orElse("/");
    }

    private OutboundRequest draft(TargetUrl target) throws Problem {
        CapturedEvent event = captured;
        if (event == null) {
            return signing.prove(new OutboundRequest("POST", target, headers.headers(), body.bytes()));
        }
        Optional<String> query = target.hasQuery() ? Optional.empty() : event.request().query();
        TargetUrl url = query.map(kept -> TargetUrl.of(target + "?" + kept)).orElse(target);
        return signing.prove(new OutboundRequest(event.request().method(), url, headers.headers(), body.bytes()));
    }

    /** Sends what is written, as it is. */
    public void send() {
        sendRow.send();
    }
}
