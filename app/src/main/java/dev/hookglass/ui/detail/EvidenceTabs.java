package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.payload.JsonTree;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.MarkActions;
import dev.hookglass.workbench.Examining;
import dev.hookglass.workbench.FieldHistory;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/** The evidence about an event, in tabs. */
final class EvidenceTabs extends TabPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double LITTLE_ROOM = 540;
    private static final int MOST_IN_LITTLE_ROOM = 6;

    private final Workbench workbench;
    private final Consumer<Problem> onProblem;
    private final Latest attempts;
    private final Latest listing;
    private final BodyTab body;
    private final ItemsTab items;
    private final HeadersTab headers = new HeadersTab();
    private final SignatureTab signature;
    private final SchemaTab schema;
    private final DeliveriesTab deliveries;
    private final NotesTab notes;
    private final Tab bodyTab;
    private final Tab itemsTab;
    private final Tab headersTab = new Tab(text("detail.headers"), headers.root());
    private final Tab schemaTab;
    private final Tab deliveriesTab;
    private final Tab notesTab;
    private @Nullable FoundEvent shown;

    /**
     * @param choices remembers how bodies are looked at
     * @param onSource told of the source whose secrets a person wants to set
     * @param marks asked to mark the event that is shown
     * @param onProblem told why something could not be read
     */
    EvidenceTabs(Workbench workbench, Background background, Choices choices, Consumer<Source> onSource,
            MarkActions marks, Consumer<Problem> onProblem) {
        this.workbench = workbench;
        this.onProblem = onProblem;
        attempts = new Latest(background);
        listing = new Latest(background);
        body = new BodyTab(background, choices, this::bodyRead);
        items = new ItemsTab(background, choices, this::goTo);
        signature = new SignatureTab(background, (event, patience) -> Examining.examine(workbench, event, patience),
                onSource);
        schema = new SchemaTab(new FieldHistory(workbench.events()), background, this::goTo);
        deliveries = new DeliveriesTab(background);
        notes = new NotesTab(marks);
        bodyTab = new Tab(text("detail.body"), body.root());
        itemsTab = new Tab(text("detail.items"), items.root());
        schemaTab = new Tab(text("detail.schema"), schema.root());
        deliveriesTab = new Tab(text("detail.deliveries"), deliveries.root());
        notesTab = new Tab(text("detail.notes"), notes.root());
        schemaTab.selectedProperty().subscribe(schema::setOpen);
        schema.differences().subscribe(number -> schemaTab.setText(
                titled(number.intValue(), text("detail.schema"), text("detail.schema.count", number))));
        getTabs().setAll(bodyTab, headersTab, new Tab(text("detail.signature"), signature.root()), schemaTab,
                deliveriesTab, notesTab);
        setAccessibleText(text("detail.tabs"));
        widthProperty().subscribe(this::spread);
        getTabs().subscribe(this::spread);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    }

    /** Sets the tabs as close to each other as they must stand to be all in sight. */
    private void spread() {
        pseudoClassStateChanged(NARROW, getWidth() < LITTLE_ROOM && getTabs().size() > MOST_IN_LITTLE_ROOM);
    }

    /** @param onExplained told how the verdict came about, once that is known */
    void show(FoundEvent found, Consumer<Finding> onExplained) {
        shown = found;
        listing.drop();
        CapturedEvent event = found.event();
        RequestHead head = event.request();
        body.show(event.body(), head.headers());
        headers.show(head.method() + " " + head.readableTarget() + " " + head.protocol(), head.headers(),
                secrets(found.source(), found.provider()));
        headersTab.setText(text("detail.headers.count", head.headers().size()));
        signature.show(event, found.source(), found.sourceName(), onExplained);
        showMarks(event.summary());
        schema.show(event, found.provider());
        readAttempts(event);
    }

    /** The title of a tab that tells how much is in it. */
    private static String titled(int count, String none, String some) {
        return count == 0 ? none : some;
    }

    private static Predicate<Header> secrets(Optional<Source> source, Optional<Provider> provider) {
        Scheme scheme = provider.map(Provider::scheme).orElse(new Unsigned());
        return new SecretHeaders(scheme, source.map(Source::secrets).orElse(List.of()))::isSecret;
    }

    /** What is found in the body is looked for when the body is in sight. */
    private void bodyRead(Optional<BodyPages> pages) {
        FoundEvent of = shown;
        if (of != null) {
            listing.ask(
                    () -> pages.flatMap(BodyPages::tree).filter(JsonTree.class::isInstance).map(JsonTree.class::cast)
                            .flatMap(tree -> BodyItems.of(tree, of.event().summary(), of.provider())),
                    this::showItems,
                    onProblem);
        }
    }

    private void showItems(Optional<BodyItems> found) {
        found.ifPresent(list -> {
            items.show(list.items(), list.types(), list.kind());
            itemsTab.setText(text("detail.items.count", list.items().nodes().size()));
        });
        if (found.isEmpty()) {
            items.leave();
            getTabs().remove(itemsTab);
        } else if (!getTabs().contains(itemsTab)) {
            getTabs().add(1, itemsTab);
        }
    }

    void showMarks(EventSummary event) {
        notes.show(event);
        notesTab.setText(NotesTab.title(event.marks()));
    }

    /** Shows a place of the body in its tree. */
    private void goTo(String pointer) {
        getSelectionModel().select(bodyTab);
        body.goTo(pointer);
    }

    /** Opens the search in what is shown of the event. */
    void find() {
        if (itemsTab.isSelected()) {
            items.find();
        } else {
            getSelectionModel().select(bodyTab);
            body.find();
        }
    }

    void editNote() {
        getSelectionModel().select(notesTab);
        notes.focus();
    }

    void showDeliveries() {
        getSelectionModel().select(deliveriesTab);
    }

    /** Looks what was sent of an event. */
    void readAttempts(CapturedEvent event) {
        attempts.ask(() -> workbench.events().attempts().ofEvent(event.id()), this::showAttempts, onProblem);
    }

    private void showAttempts(List<Attempt> found) {
        deliveries.show(found);
        deliveriesTab.setText(
                titled(found.size(), text("detail.deliveries"), text("detail.deliveries.count", found.size())));
    }

    /** Keeps what was typed last. */
    void close() {
        notes.close();
    }
}
