package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.Step;
import dev.hookglass.signature.diagnosis.Diagnosis;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.signature.diagnosis.Patience;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Icon;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.ui.base.SchemeWords;
import dev.hookglass.ui.base.VerdictLabel;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the verdict came about: what explains it first, then step by step what was done, and the bytes that it was done with. */
final class SignatureTab {
    private final Latest examining;
    private final Examine examine;
    private final Consumer<Source> onSource;
    private final VBox diagnosis = new VBox(6);
    private final VBox steps = new VBox();
    private final Facts facts = new Facts();
    private final ProofPane proof = new ProofPane();
    private final SignedContentPane content = new SignedContentPane();
    private final ScrollPane root;

    /** Looks closely at an event; not on the FX thread. */
    @FunctionalInterface
    interface Examine {
        Examination examine(CapturedEvent event, Patience patience) throws InterruptedException;
    }

    /** @param onSource told of the source that a person wants to set something of */
    SignatureTab(Background background, Examine examine, Consumer<Source> onSource) {
        this.examining = new Latest(background);
        this.examine = examine;
        this.onSource = onSource;
        diagnosis.getStyleClass().add("diagnosis");
        steps.getStyleClass().add("steps");
        VBox all = new VBox(diagnosis, steps, proof.root(), content.root(), facts.root());
        all.getStyleClass().add("signature");
        root = new ScrollPane(all);
        root.setFitToWidth(true);
    }

    Parent root() {
        return root;
    }

    /**
     * Shows how an event's verdict came about.
     *
     * @param onFinding told of the accident that explains it, if one does
     */
    void show(CapturedEvent event, Optional<Source> source, String sourceName,
            Consumer<Finding> onFinding) {
        look(event, source, sourceName, onFinding, Patience.MOMENT);
    }

    private void look(CapturedEvent event, Optional<Source> source, String sourceName, Consumer<Finding> onFinding,
            Patience patience) {
        Verdict verdict = event.summary().verdict();
        diagnosis.getChildren().clear();
        diagnosis.setManaged(false);
        steps.getChildren().setAll(muted(text("signature.examining")));
        proof.clear();
        content.clear();
        root.setVvalue(0);
        facts.clear();
        examining.ask(() -> new Examined(examine.examine(event, patience), event.isIntact()), examined -> {
            Examination found = examined.found();
            Runnable rest = () -> look(event, source, sourceName, onFinding, Patience.ALL_OF_IT);
            show(found, verdict, source, Optional.of(rest).filter(_ -> patience == Patience.MOMENT));
            showFacts(event, examined.isIntact(), source, sourceName, found.provider());
            found.diagnosis().flatMap(each -> each.finding()).ifPresent(onFinding);
        }, this::showProblem);
    }

    private record Examined(Examination found, boolean isIntact) {}

    private void showFacts(CapturedEvent event, boolean isIntact, Optional<Source> source, String sourceName,
            Optional<Provider> judging) {
        String provider = event.summary().provider();
        facts.add("source", sourceName);
        facts.add("provider", judging.map(Provider::name).orElse(provider)
                + (judging.filter(now -> !now.id().equals(provider)).isPresent()
                        ? "  ·  " + text("signature.cameAs", provider)
                        : ""));
        facts.add("scheme", judging.map(found -> SchemeWords.sentence(found.scheme())).orElse(""));
        facts.add("secrets", source.map(SignatureTab::secretNames).orElse(text("signature.noSource")));
        facts.add("body", isIntact ? text("signature.intact") : text("signature.damaged"));
        facts.addMono("sha256", event.summary().bodySha256());
    }

    private void showProblem(Problem problem) {
        steps.getChildren().setAll(new Banner(Banner.Kind.DANGER, problem.sentence()));
    }

    /** @param rest tries what there was no time for */
    private void show(Examination found, Verdict stored, Optional<Source> source, Optional<Runnable> rest) {
        Verdict now = found.explanation().verdict();
        if (now.outcome() != stored.outcome()) {
            diagnosis.getChildren().add(new Banner(Banner.Kind.INFO,
                    text("signature.otherNow", now.outcome().word())).withDetail(now.reason()));
        }
        found.diagnosis().ifPresent(each -> {
            each.finding().ifPresentOrElse(finding -> diagnosis.getChildren().add(banner(finding, source)),
                    () -> diagnosis.getChildren().add(nothingFound(each, rest)));
            each.clues().forEach(clue -> diagnosis.getChildren().add(new Banner(Banner.Kind.WARNING, clue)));
        });
        diagnosis.setManaged(!diagnosis.getChildren().isEmpty());
        VerdictLabel verdict = new VerdictLabel(now.outcome());
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        steps.getChildren().setAll(new HBox(heading(text("signature.steps")), space, verdict));
        found.explanation().steps().forEach(step -> steps.getChildren().add(line(step)));
        proof.show(found.explanation());
        content.show(found.explanation().signed(), found.diagnosis().flatMap(each -> each.finding())
                .flatMap(Finding::difference));
    }

    private static Banner nothingFound(Diagnosis diagnosis, Optional<Runnable> rest) {
        Banner banner = new Banner(Banner.Kind.INFO, text("signature.noFinding")).withDetail(diagnosis.words());
        rest.filter(_ -> !diagnosis.notTried().isEmpty())
                .ifPresent(more -> banner.withButton(text("signature.tryRest"), more));
        return banner;
    }

    private Banner banner(Finding finding, Optional<Source> source) {
        Banner banner = new Banner(Banner.Kind.WARNING, finding.cause()).withDetail(finding.remedy());
        FindingKind.button(finding.help()).ifPresent(help -> source.filter(each -> !each.isInbox()).ifPresent(
                each -> banner.withButton(help, () -> onSource.accept(each))));
        return banner;
    }

    private static Node line(Step step) {
        Icon icon = switch (step.sign()) {
            case GOOD -> Icon.VALID;
            case BAD -> Icon.INVALID;
            case NOTE -> Icon.UNSIGNED;
        };
        FontIcon glyph = icon.node();
        glyph.getStyleClass().add("step-glyph");
        Label words = words(step.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, glyph, words);
        line.getStyleClass().addAll("step", "step-" + step.sign().name().toLowerCase(Locale.ROOT));
        return line;
    }

    private static String secretNames(Source source) {
        return source.secrets().isEmpty()
                ? text("signature.noSecret")
                : source.secrets().stream().map(Secret::name).collect(Collectors.joining(", "));
    }

    static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section");
        return label;
    }

    static Label muted(String words) {
        Label label = words(words);
        label.getStyleClass().add("muted");
        return label;
    }

    static Label words(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
