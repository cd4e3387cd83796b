package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One event: what it is, what was found, the evidence in tabs, and sending it again. */
public final class DetailView {
    private final Workbench workbench;
    private final Consumer<Source> onSource;
    private final Latest reading;
    private final Latest attempts;
    private final EventTitle title = new EventTitle();
    private final VBox finding = new VBox();
    private final BodyTab body;
    private final HeadersTab headers = new HeadersTab();
    private final SignatureTab signature = new SignatureTab();
    private final DeliveriesTab deliveries;
    private final Tab headersTab = new Tab(text("detail.headers"), headers.root());
    private final Tab deliveriesTab;
    private final SendBar sendBar;
    private final BorderPane whole = new BorderPane();
    private final StackPane root = new StackPane();
    private @Nullable CapturedEvent shown;

    /**
     * @param recentTargets URLs used before, the last first
     * @param onEdit told of the event that shall be changed and sent
     * @param onSource told of the source whose secrets a person wants to set
     */
    public DetailView(Workbench workbench, Background background, ObservableList<String> recentTargets,
            Consumer<CapturedEvent> onEdit, Consumer<Source> onSource) {
        this.workbench = workbench;
        this.onSource = onSource;
        reading = new Latest(background);
        attempts = new Latest(background);
        body = new BodyTab(background);
        deliveries = new DeliveriesTab(background);
        deliveriesTab = new Tab(text("detail.deliveries"), deliveries.root());
        sendBar = new SendBar(workbench.deliveries(), background, recentTargets, () -> edit(onEdit), this::attempted);
        TabPane tabs = new TabPane(new Tab(text("detail.body"), body.root()), headersTab,
                new Tab(text("detail.signature"), signature.root()), deliveriesTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        finding.getStyleClass().add("finding");
        whole.getStyleClass().add("detail");
        whole.setTop(new VBox(title, finding));
        whole.setCenter(tabs);
        whole.setBottom(sendBar.root());
        root.getStyleClass().add("detail-pane");
        show(null);
    }

    public Parent root() {
        return root;
    }

    /** Shows an event; null for none. */
    public void show(@Nullable EventSummary event) {
        if (event == null) {
            reading.drop();
            shown = null;
            root.getChildren().setAll(new EmptyState(Icon.NOTHING_SELECTED, text("detail.nothing.title"),
                    text("detail.nothing.text")));
            return;
        }
        reading.ask(() -> workbench.events().find(event.id()), this::showFound, this::showProblem);
    }

    /** Sends the event that is shown again. */
    public void replay() {
        sendBar.replayOrCancel();
    }

    /** The event that is shown. */
    public Optional<CapturedEvent> shown() {
        return Optional.ofNullable(shown);
    }

    private void edit(Consumer<CapturedEvent> onEdit) {
        shown().ifPresent(onEdit);
    }

    private void showProblem(Problem problem) {
        root.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    private void showFound(Optional<CapturedEvent> found) {
        if (found.isEmpty()) {
            root.getChildren().setAll(
                    new EmptyState(Icon.NOTHING_SELECTED, text("detail.gone.title"), text("detail.gone.text")));
            return;
        }
        CapturedEvent event = found.get();
        shown = event;
        Optional<Source> source = workbench.sources().find(event.summary().sourceId());
        Optional<Provider> provider = workbench.providers().find(event.summary().provider());
        String sourceName = workbench.sources().nameOf(event.summary().sourceId());
        RequestHead head = event.request();
        title.show(event.summary(), sourceName);
        finding.getChildren().setAll(findings(event, source));
        body.show(event.body(), head.headers());
        headers.show(head.method() + " " + head.target() + " " + head.protocol(), head.headers(),
                secrets(source, provider));
        headersTab.setText(text("detail.headers.count", head.headers().size()));
        signature.show(event, source, provider, sourceName);
        sendBar.show(event);
        readAttempts(event);
        root.getChildren().setAll(whole);
    }

    private static Predicate<Header> secrets(Optional<Source> source, Optional<Provider> provider) {
        Scheme scheme = provider.map(Provider::scheme).orElse(new Unsigned());
        return new SecretHeaders(scheme, source.map(Source::secrets).orElse(List.of()))::isSecret;
    }

    private List<Banner> findings(CapturedEvent event, Optional<Source> source) {
        Banner verdict = new Banner(FindingKind.of(event.summary().verdict().outcome()),
                event.summary().verdict().reason());
        switch (event.summary().verdict().outcome()) {
            case UNCHECKED, INVALID, MALFORMED, MISSING -> source.filter(found -> !found.isInbox())
                    .ifPresent(found -> verdict.withButton(text(found.secrets().isEmpty()
                            ? "detail.addSecret"
                            : "detail.checkSecrets"), () -> onSource.accept(found)));
            case VALID, STALE, UNSIGNED -> {
            }
        }
        return event.isIntact()
                ? List.of(verdict)
                : List.of(new Banner(Banner.Kind.DANGER, text("detail.damaged")), verdict);
    }

    private void readAttempts(CapturedEvent event) {
        attempts.ask(() -> workbench.attempts().ofEvent(event.id()), this::showAttempts, this::showProblem);
    }

    private void showAttempts(List<Attempt> found) {
        deliveries.show(found);
        deliveriesTab.setText(found.isEmpty()
                ? text("detail.deliveries")
                : text("detail.deliveries.count", found.size()));
    }

    private void attempted(Attempt attempt) {
        CapturedEvent event = shown;
        if (event != null && attempt.eventId().equals(OptionalLong.of(event.id()))) {
            readAttempts(event);
        }
    }
}
