package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.check.Check;
import dev.hookglass.check.Finding;
import dev.hookglass.check.Report;
import dev.hookglass.check.Subject;
import dev.hookglass.check.Trial;
import dev.hookglass.check.Trials;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Field;
import dev.hookglass.ui.base.Fx;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.IconButton;
import dev.hookglass.ui.base.TargetField;
import dev.hookglass.ui.base.TargetGate;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that tries an endpoint with one event in all its right and wrong forms, and tells for each what it should do and
 * did. For the FX thread.
 */
public final class CheckView {
    private static final double WIDTH = 860;

    private final Workbench workbench;
    private final Background background;
    private final TargetGate gate;
    private final TriedChoice choice;
    private final TargetField target;
    private final RunButton run = new RunButton(this::run, this::cancel);
    private final StackPane notices = new StackPane();
    private final ListView<Finding> findings = new ListView<>();
    private final ReportBar report;
    private final VBox root = new VBox();
    private Background.@Nullable Running running;
    private int trials;

    /** What is to be sent, made in the background. */
    private record Plan(Provider provider, List<Trial> trials) {}

    /**
     * @param recentTargets URLs used before, the last first; what is tried is put in front
     * @param onClose told when a person is done
     */
    public CheckView(Workbench workbench, Background background, ObservableList<String> recentTargets,
            Runnable onClose) {
        this.workbench = workbench;
        this.background = background;
        choice = new TriedChoice(workbench.providers());
        target = new TargetField(recentTargets, workbench.targets());
        gate = new TargetGate(workbench.targets(), background, notices.getChildren()::setAll);
        report = new ReportBar(background, this::tell);
        findings.setCellFactory(_ -> new FindingCell());
        findings.setAccessibleText(text("check.findings"));
        findings.getStyleClass().add("findings");
        notices.getStyleClass().add("check-notices");
        Label placeholder = new Label(text("check.explained"));
        placeholder.getStyleClass().add("muted");
        placeholder.setWrapText(true);
        findings.setPlaceholder(placeholder);
        VBox.setVgrow(findings, Priority.ALWAYS);
        root.getStyleClass().add("check");
        root.setMaxSize(WIDTH, Double.MAX_VALUE);
        root.setPrefWidth(WIDTH);
        root.getChildren().addAll(header(onClose), form(), notices, findings, report);
    }

    private static HBox header(Runnable onClose) {
        Label title = new Label(text("check.title"));
        title.getStyleClass().add("title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(8, title, space, new IconButton(Icon.CLOSE, text("check.close"), onClose));
        header.getStyleClass().add("check-head");
        return header;
    }

    private VBox form() {
        Field targetField = new Field(text("check.target"), target);
        HBox.setHgrow(targetField, Priority.ALWAYS);
        HBox sending = new HBox(10, targetField, run);
        sending.setAlignment(Pos.BOTTOM_LEFT);
        VBox form = new VBox(10, choice, sending);
        form.getStyleClass().add("check-form");
        return form;
    }

    public Parent root() {
        return root;
    }

    /**
     * Makes ready for another check.
     *
     * @param event what to try the endpoint with; empty for a sample
     */
    public void begin(Optional<EventSummary> event) {
        cancel();
        gate.drop();
        findings.getItems().clear();
        notices.getChildren().clear();
        report.clear();
        choice.show(event, workbench.sources().all());
    }

    private void run() {
        Optional<Tried> tried = choice.tried();
        if (tried.isEmpty()) {
            tell(new Problem(text("check.nothing")));
            return;
        }
        gate.pass(target.typed(), destination -> {
            target.remember();
            findings.getItems().clear();
            report.clear();
            start(destination, tried.get(), choice.type(), Instant.now());
        });
    }

    private void start(Destination destination, Tried tried, Optional<String> type, Instant now) {
        Banner progress = new Banner(Banner.Kind.INFO, text("check.preparing"));
        notices.getChildren().setAll(progress);
        run.showRunning(true);
        running = background.run(() -> {
            Plan plan = plan(tried, type, destination, now);
            Fx.later(() -> trials = plan.trials().size());
            Check check = Check.run(plan.trials(), plan.provider().acknowledgement(), workbench.targets(),
                    finding -> Fx.later(() -> add(progress, finding)));
            return new Report(check, plan.provider().name(), destination.url().toString(), now);
        }, this::finished, problem -> {
            stopped();
            tell(problem);
        });
    }

    private Plan plan(Tried tried, Optional<String> type, Destination destination, Instant now) throws Problem {
        TargetUrl url = destination.url();
        Subject subject = switch (tried) {
            case Tried.Captured captured -> ofEvent(captured.event(), url);
            case Tried.SampleFor sample -> ofSample(sample.source(), type.orElse(""), url);
        };
        return new Plan(subject.provider(), Trials.of(subject.sent(destination::carrying), now));
    }

    private Subject ofEvent(EventSummary summary, TargetUrl url) throws Problem {
        CapturedEvent event = workbench.events().find(summary.id())
                .orElseThrow(() -> new Problem(text("check.gone", summary.id())));
        List<Secret> secrets = workbench.sources().find(summary.sourceId()).map(CheckView::usable).orElse(List.of());
        return Subject.ofEvent(event, provider(summary.provider()), secrets, url).signedFor(workbench.signedUrl(url));
    }

    private Subject ofSample(Source source, String typeName, TargetUrl url) throws Problem {
        Provider provider = provider(source.provider());
        EventType type = provider.event(typeName)
                .orElseThrow(() -> new Problem(text("check.type.gone", typeName, provider.name())));
        return Subject.ofSample(provider, type, usable(source), url).signedFor(workbench.signedUrl(url));
    }

    private static List<Secret> usable(Source source) {
        return source.secrets().stream().filter(Secret::isReadable).toList();
    }

    private Provider provider(String id) throws Problem {
        return workbench.providers().find(id).orElseThrow(() -> new Problem(text("check.provider.gone", id)));
    }

    /** Late findings of a check that was cancelled are dropped. */
    private void add(Banner progress, Finding finding) {
        if (running != null && notices.getChildren().contains(progress)) {
            findings.getItems().add(finding);
            progress.say(text("check.progress", findings.getItems().size(), trials));
        }
    }

    private void finished(Report made) {
        stopped();
        Check check = made.check();
        findings.getItems().setAll(check.findings());
        notices.getChildren().setAll(check.passed()
                ? new Banner(Banner.Kind.SUCCESS, count("check.passed", check.findings().size()))
                : new Banner(Banner.Kind.DANGER,
                        text("check.failed", check.failures(), check.findings().size())));
        report.show(made);
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
            stopped();
            notices.getChildren()
                    .setAll(new Banner(Banner.Kind.INFO,
                            text("check.cancelled", findings.getItems().size(), trials)));
        }
    }

    private void stopped() {
        running = null;
        run.showRunning(false);
    }

    private void tell(Problem problem) {
        notices.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }
}
