package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
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
import dev.hookglass.workbench.Workbench;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One event: what it is, what was found, the evidence in tabs, and sending it again. */
public final class DetailView {
    private final Workbench workbench;
    private final Detection detection;
    private final Latest reading;
    private final EventTitle title = new EventTitle();
    private final FindingPane finding;
    private final EvidenceTabs tabs;
    private final SendBar sendBar;
    private final BorderPane whole = new BorderPane();
    private final StackPane root = new StackPane();
    private @Nullable CapturedEvent shown;

    /**
     * @param choices remembers how bodies are looked at
     * @param recentTargets URLs used before, the last first
     * @param onEdit told of the event that shall be changed and sent
     * @param onReplay asked for all ways to send the event again
     * @param onSource told of the source whose secrets a person wants to set
     * @param onSetUp told of the source whose sender a person wants to set up
     * @param onAddSource told of the source that a person wants to add, as far as an event of the Inbox tells of it
     * @param marks asked to mark the event that is shown
     * @param exports asked to hand it to other tools
     */
    public DetailView(Workbench workbench, Background background, Choices choices,
            ObservableList<String> recentTargets, Consumer<CapturedEvent> onEdit, Runnable onReplay,
            Consumer<Source> onSource, Consumer<Source> onSetUp, Consumer<Source> onAddSource, MarkActions marks,
            ExportActions exports) {
        this.workbench = workbench;
        detection = new Detection(workbench.providers());
        reading = new Latest(background);
        finding = new FindingPane(workbench, background, onSource, onSetUp, onAddSource);
        tabs = new EvidenceTabs(workbench, background, choices, onSource, marks, this::showProblem);
        sendBar = new SendBar(workbench, background, recentTargets, () -> shown().ifPresent(onEdit), onReplay,
                this::attempted);
        sendBar.add(new CopyAsButton(exports, () -> shown().map(CapturedEvent::summary).stream().toList()));
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
            tabs.showMarks(event);
            return;
        }
        if (before == null) {
            // That none is selected would be untrue while the first one is read.
            root.getChildren().clear();
        }
        reading.ask(() -> FoundEvent.read(workbench, detection, event.id()), this::showFound, this::showProblem);
    }

    private void showFound(Optional<FoundEvent> found) {
        if (found.isEmpty()) {
            root.getChildren().setAll(
                    new EmptyState(Icon.NOTHING_SELECTED, text("detail.gone.title"), text("detail.gone.text")));
        } else {
            showFound(found.get());
        }
    }

    private void showFound(FoundEvent found) {
        CapturedEvent event = found.event();
        shown = event;
        title.show(event.summary(), found.sourceName(), found.first());
        finding.show(found);
        tabs.show(found, finding::explain);
        sendBar.show(event);
        root.getChildren().setAll(whole);
    }

    private void showProblem(Problem problem) {
        root.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    /** The event that is shown. */
    public Optional<CapturedEvent> shown() {
        return Optional.ofNullable(shown);
    }

    /** Puts the keyboard onto the tabs. */
    public void focus() {
        tabs.requestFocus();
    }

    /** Opens the search in what is shown of the event. */
    public void find() {
        tabs.find();
    }

    /** Goes to the note of the event that is shown. */
    public void editNote() {
        if (shown != null) {
            tabs.editNote();
        }
    }

    /** Opens what was sent, once it is there. */
    public void showDeliveries() {
        tabs.showDeliveries();
    }

    /** Looks again what was sent. */
    public void refreshDeliveries() {
        shown().ifPresent(tabs::readAttempts);
    }

    /** Sends the event that is shown again. */
    public void replay() {
        sendBar.replayOrCancel();
    }

    private void attempted(Attempt attempt) {
        CapturedEvent event = shown;
        if (event != null && attempt.eventId().equals(OptionalLong.of(event.id()))) {
            tabs.readAttempts(event);
        }
    }

    /** Keeps what was typed last. */
    public void close() {
        tabs.close();
    }
}
