package dev.hookglass.ui.replay;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.TargetField;
import dev.hookglass.ui.base.TargetGate;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sheet that sends events again: where to and how, then how it goes and what came of it. For the FX thread. */
public final class ReplayView implements ReplayRun.Watcher {
    private static final double MOST_WIDTH = 1_000;

    private final Workbench workbench;
    private final Latest choosing;
    private final ReplayRun run;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final TargetGate gate;
    private final ReplayForm form;
    private final Label title = new Label();
    private final ChangesPane changes;
    private final ScrollPane changesScroll;
    private final RunBar bar;
    private final LatencyPlot plot = new LatencyPlot();
    private final ResultsPane results;
    private final VBox outcome;
    private final PolicyPane policy;
    private final StackPane below = new StackPane();
    private final VBox root = new VBox();
    private Chosen chosen = Chosen.NONE;

    /** @param onShowEvent told of the event that a person wants to see */
    public ReplayView(Workbench workbench, Background background, ObservableList<String> recentTargets,
            LongConsumer onShowEvent, Runnable onClose) {
        this.workbench = workbench;
        choosing = new Latest(background);
        run = new ReplayRun(workbench.replaying(), background, this);
        gate = new TargetGate(workbench.targets(), background, this::tell);
        form = new ReplayForm(new TargetField(recentTargets, workbench.targets()), this::send, this::showBelow,
                this::showChanges);
        changes = new ChangesPane(workbench, background);
        changesScroll = new ScrollPane(changes);
        changesScroll.setFitToWidth(true);
        bar = new RunBar(run, this::sendFailedAgain);
        results = new ResultsPane(workbench, background, onShowEvent);
        VBox.setVgrow(results, Priority.ALWAYS);
        outcome = new VBox(6, bar, plot, results);
        policy = new PolicyPane(workbench.replaying(), background, this::tell);
        build(onClose);
    }

    private void build(Runnable onClose) {
        title.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, new IconButton(Icon.CLOSE, text("replay.close"), onClose));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("replay-head");
        VBox.setVgrow(below, Priority.ALWAYS);
        below.setMinHeight(0);
        root.getChildren().setAll(head, form, below);
        root.getStyleClass().addAll("replay", "compose");
        root.setMaxSize(MOST_WIDTH, Double.MAX_VALUE);
    }

    public Parent root() {
        return root;
    }

    /** Whether something is being sent, be the sheet open or not. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far a run has come, in a line. */
    public String progress() {
        return run.progress().map(progress -> RunBar.words(progress, run)).orElseGet(() -> text("replay.beginning"));
    }

    /** Ends what is being sent. */
    public void cancel() {
        run.cancel();
    }

    /** Makes ready to send one event. While another run goes on, that is shown instead. */
    public void show(CapturedEvent event) {
        choose(() -> new Chosen(List.of(ReplayPlan.Item.of(event.summary())),
                Optional.of(event)), text("replay.title.event", event.id()));
    }

    /** Makes ready to send some events. */
    public void show(List<ReplayPlan.Item> items) {
        choose(() -> new Chosen(items, Optional.empty()), count("replay.title", items.size()));
    }

    /** Makes ready to send events that have to be looked up first. */
    public void show(Callable<List<ReplayPlan.Item>> items) {
        choose(() -> new Chosen(items.call(), Optional.empty()), text("replay.title.looking"));
    }

    private void choose(Callable<Chosen> events, String words) {
        if (run.isRunning() || policy.isRunning()) {
            return;
        }
        form.clearFindings();
        title.setText(words);
        form.setReady(false);
        choosing.ask(events, this::choose, problem -> tell(new Banner(Banner.Kind.DANGER, problem.sentence())));
    }

    private void choose(Chosen found) {
        chosen = found;
        boolean isOne = found.one().isPresent();
        if (!isOne) {
            title.setText(count("replay.title", found.items().size()));
        }
        form.setReady(!found.items().isEmpty());
        form.show(isOne);
        policy.show(found.one().flatMap(event -> workbench.providers().find(event.summary().provider())));
        below.getChildren().clear();
        showBelow();
        form.target().requestFocus();
    }

    private void showBelow() {
        if (form.isAsProvider()) {
            below.getChildren().setAll(policy);
        } else if (chosen.one().isPresent()) {
            below.getChildren().setAll(changesScroll);
            showChanges();
        } else {
            below.getChildren().clear();
        }
    }

    private void showChanges() {
        if (below.getChildren().contains(changesScroll)) {
            chosen.one().ifPresent(event -> changes.show(event, form.target().typed(), form.signsAnew()));
        }
    }

    /** Sends; does nothing while something is being sent. */
    public void send() {
        if (run.isRunning() || policy.isRunning() || !form.isReady()) {
            return;
        }
        form.clearFindings();
        gate.pass(form.target().typed(), this::send);
    }

    private void send(Destination destination) {
        form.clearFindings();
        form.target().remember();
        Optional<CapturedEvent> one = chosen.one();
        if (form.isAsProvider() && one.isPresent()) {
            policy.begin(one.get(), destination, form.signsAnew());
            return;
        }
        try {
            run.begin(new ReplayRun.Order(form.plan(chosen.items()), destination, form.signsAnew()));
        } catch (Problem problem) {
            tell(new Banner(Banner.Kind.DANGER, problem.sentence()));
        }
    }

    private void sendFailedAgain() {
        Set<Long> failed = results.results().failed();
        run.last().ifPresent(order -> run.begin(order.only(
                order.plan().items().stream().filter(item -> failed.contains(item.eventId())).toList())));
    }

    private void tell(Banner banner) {
        form.tell(banner);
    }

    @Override
    public void begun() {
        running.set(true);
        form.setReady(false);
        form.clearFindings();
        results.begin();
        plot.begin(run.last().map(order -> (long) order.plan().items().size() * order.plan().copies()).orElse(1L));
        below.getChildren().setAll(outcome);
        bar.show(0);
    }

    /** Shows anew how far it has come; to be called from time to time while it runs. */
    public void beat() {
        bar.show(results.results().count(Shown.FAILED));
    }

    @Override
    public void sent(List<ResultRow> rows) {
        results.add(rows);
        plot.add(rows);
    }

    @Override
    public void ended(Optional<Problem> problem) {
        running.set(false);
        form.setReady(true);
        beat();
        problem.ifPresent(known -> tell(new Banner(Banner.Kind.DANGER, known.sentence())));
        run.last().filter(_ -> problem.isEmpty()).ifPresent(this::offerTrust);
    }

    private void offerTrust(ReplayRun.Order order) {
        if (results.results().count(Shown.FAILED) > 0) {
            gate.offerTrust(order.target().url(), this::sendFailedAgain);
        }
    }
}
