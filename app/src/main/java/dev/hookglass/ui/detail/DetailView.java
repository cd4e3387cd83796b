package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Detection;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.ExportActions;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.MarkActions;
import dev.hookglass.workbench.Examining;
import dev.hookglass.workbench.FieldHistory;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
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
    private final Consumer<Source> onAddSource;
    private final Detection detection;
    private final Latest reading;
    private final Latest attempts;
    private final Latest listing;
    private final EventTitle title = new EventTitle();
    private final VBox finding = new VBox();
    private final AnswerLine answer;
    private final BodyTab body;
    private final ItemsTab items;
    private final HeadersTab headers = new HeadersTab();
    private final SignatureTab signature;
    private final DeliveriesTab deliveries;
    private final SchemaTab schema;
    private final Tab bodyTab;
    private final Tab itemsTab;
    private final Tab schemaTab;
    private final Tab headersTab = new Tab(text("detail.headers"), headers.root());
    private final Tab deliveriesTab;
    private final NotesTab notes;
    private final Tab notesTab;
    private final SendBar sendBar;
    private final TabPane tabs = new TabPane();
    private final BorderPane whole = new BorderPane();
    private final StackPane root = new StackPane();
    private @Nullable CapturedEvent shown;

    /**
     * @param choices remembers how bodies are looked at
     * @param recentTargets URLs used before, the last first
     * @param onEdit told of the event that shall be changed and sent
     * @param onReplay asked for all ways to send the event again
     * @param onSource told of the source whose secrets a person wants to set
     * @param onAddSource told of the source that a person wants to add, as far as an event of the Inbox tells of it
     * @param marks asked to mark the event that is shown
     * @param exports asked to hand it to other tools
     */
    public DetailView(Workbench workbench, Background background, Choices choices,
            ObservableList<String> recentTargets, Consumer<CapturedEvent> onEdit, Runnable onReplay,
            Consumer<Source> onSource, Consumer<Source> onAddSource, MarkActions marks, ExportActions exports) {
        this.workbench = workbench;
        this.onSource = onSource;
        this.onAddSource = onAddSource;
        detection = new Detection(workbench.providers());
        reading = new Latest(background);
        answer = new AnswerLine(workbench, background);
        attempts = new Latest(background);
        body = new BodyTab(background, choices);
        bodyTab = new Tab(text("detail.body"), body.root());
        items = new ItemsTab(background, choices, this::goTo);
        itemsTab = new Tab(text("detail.items"), items.root());
        listing = new Latest(background);
        schema = new SchemaTab(new FieldHistory(workbench.events()), background, this::goTo);
        schemaTab = new Tab(text("detail.schema"), schema.root());
        schemaTab.selectedProperty().subscribe(schema::setOpen);
        schema.differences().subscribe(number -> schemaTab.setText(number.intValue() == 0
                ? text("detail.schema")
                : text("detail.schema.count", number)));
        deliveries = new DeliveriesTab(background);
        signature = new SignatureTab(background,
                event -> Examining.examine(workbench, event), onSource);
        deliveriesTab = new Tab(text("detail.deliveries"), deliveries.root());
        sendBar = new SendBar(workbench, background, recentTargets, () -> edit(onEdit), onReplay, this::attempted);
        sendBar.add(new CopyAsButton(exports, () -> shown().map(CapturedEvent::summary).stream().toList()));
        notes = new NotesTab(marks);
        notesTab = new Tab(text("detail.notes"), notes.root());
        tabs.getTabs().setAll(bodyTab, headersTab, new Tab(text("detail.signature"), signature.root()), schemaTab,
                deliveriesTab, notesTab);
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
        CapturedEvent before = shown;
        if (before != null && !event.equals(before.summary())
                && event.equals(before.summary().withMarks(event.marks()).withPinned(event.pinned()))) {
            // Nothing but marks has changed, and nobody is to lose the place in a body for that.
            shown = new CapturedEvent(event, before.head(), before.body());
            showMarks(event);
            return;
        }
        reading.ask(() -> read(event.id()), this::showFound, this::showProblem);
    }

    /** Puts the keyboard onto the tabs. */
    public void focus() {
        tabs.requestFocus();
    }

    /** Goes to the note of the event that is shown. */
    public void editNote() {
        if (shown != null) {
            tabs.getSelectionModel().select(notesTab);
            notes.focus();
        }
    }

    /** Keeps what was typed last. */
    public void close() {
        notes.close();
    }

    private void showMarks(EventSummary event) {
        notes.show(event);
        notesTab.setText(NotesTab.title(event.marks()));
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

    /**
     * An event with what is known about where it came from.
     *
     * @param first when the first event with its key was received; empty if this is the first
     * @param isIntact whether its body is the one that was received; taken beforehand, because a large body takes a while
     * @param looksLike who may have sent it, where no source claims such requests
     */
    private record Found(CapturedEvent event, boolean isIntact, Optional<Source> source, Optional<Provider> provider,
            String sourceName, Optional<Instant> first, List<Provider> looksLike) {}

    private Optional<Found> read(long id) throws Problem {
        Optional<CapturedEvent> found = workbench.events().find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CapturedEvent event = found.get();
        return Optional.of(new Found(event, event.isIntact(), workbench.sources().find(event.summary().sourceId()),
                workbench.providers().find(event.summary().provider()),
                workbench.sources().nameOf(event.summary().sourceId()),
                workbench.events().firstOfKey(event.summary()), looksLike(event)));
    }

    private List<Provider> looksLike(CapturedEvent event) {
        return event.summary().sourceId() == Source.INBOX.id()
                && workbench.sources().claiming(event.summary().target()).isInbox()
                        ? detection.candidates(event.request(), event.body())
                        : List.of();
    }

    private void showFound(Optional<Found> found) {
        if (found.isEmpty()) {
            root.getChildren().setAll(
                    new EmptyState(Icon.NOTHING_SELECTED, text("detail.gone.title"), text("detail.gone.text")));
        } else {
            showFound(found.get());
        }
    }

    private void showFound(Found found) {
        CapturedEvent event = found.event();
        shown = event;
        RequestHead head = event.request();
        title.show(event.summary(), found.sourceName(), found.first());
        Banner judged = found.looksLike().isEmpty() ? judged(found) : looksLike(found);
        finding.getChildren().setAll(found.isIntact()
                ? List.of(judged)
                : List.of(new Banner(Banner.Kind.DANGER, text("detail.damaged")), judged));
        finding.getChildren().add(answer);
        answer.show(event.summary(), found.provider());
        body.show(event.body(), head.headers());
        headers.show(head.method() + " " + head.target() + " " + head.protocol(), head.headers(),
                secrets(found.source(), found.provider()));
        headersTab.setText(text("detail.headers.count", head.headers().size()));
        signature.show(event, found.isIntact(), found.source(), found.sourceName(),
                explained -> judged.withDetail(explained.cause()));
        sendBar.show(event);
        showMarks(event.summary());
        schema.show(event, found.provider());
        listing.ask(() -> BodyItems.read(event, found.provider()), this::showItems, this::showProblem);
        readAttempts(event);
        root.getChildren().setAll(whole);
    }

    private void showItems(Optional<BodyItems> found) {
        found.ifPresent(list -> {
            items.show(list.items(), list.types(), list.kind());
            itemsTab.setText(text("detail.items.count", list.items().nodes().size()));
        });
        if (found.isEmpty()) {
            tabs.getTabs().remove(itemsTab);
        } else if (!tabs.getTabs().contains(itemsTab)) {
            tabs.getTabs().add(1, itemsTab);
        }
    }

    /** Shows a place of the body in its tree. */
    private void goTo(String pointer) {
        tabs.getSelectionModel().select(bodyTab);
        body.goTo(pointer);
    }

    /** Opens the search in what is shown of the event. */
    public void find() {
        if (itemsTab.isSelected()) {
            items.find();
        } else {
            tabs.getSelectionModel().select(bodyTab);
            body.find();
        }
    }

    private static Predicate<Header> secrets(Optional<Source> source, Optional<Provider> provider) {
        Scheme scheme = provider.map(Provider::scheme).orElse(new Unsigned());
        return new SecretHeaders(scheme, source.map(Source::secrets).orElse(List.of()))::isSecret;
    }

    private Banner judged(Found found) {
        Verdict verdict = found.event().summary().verdict();
        Banner judged = new Banner(FindingKind.of(verdict.outcome()), verdict.reason());
        if (verdict.outcome().isBad() || verdict.outcome() == Verdict.Outcome.UNCHECKED) {
            found.source().filter(source -> !source.isInbox()).ifPresent(source -> judged.withButton(
                    FindingKind.button(verdict.outcome(), source), () -> onSource.accept(source)));
        }
        return judged;
    }

    /** Who may have sent an event of the Inbox, which says more than that nothing is known of it. */
    private Banner looksLike(Found found) {
        String names = found.looksLike().stream().map(Provider::name)
                .reduce((one, other) -> text("detail.either", one, other)).orElse("");
        Source draft = Source.draft("", found.looksLike().getFirst().id(), found.event().request().path());
        return new Banner(Banner.Kind.INFO, text("detail.looksLike", names)).withDetail(text("detail.looksLike.add"))
                .withButton(text("detail.addSource"), () -> onAddSource.accept(draft));
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

    /** Opens what was sent, once it is there. */
    public void showDeliveries() {
        tabs.getSelectionModel().select(deliveriesTab);
    }

    /** Looks again what was sent. */
    public void refreshDeliveries() {
        shown().ifPresent(this::readAttempts);
    }

    private void attempted(Attempt attempt) {
        CapturedEvent event = shown;
        if (event != null && attempt.eventId().equals(OptionalLong.of(event.id()))) {
            readAttempts(event);
        }
    }
}
