package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Verdict;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.source.Source;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Banner;
import dev.hookglass.ui.base.Latest;
import dev.hookglass.workbench.Workbench;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** What was found about an event, before all evidence: its verdict, or who may have sent it, and what its sender got. */
final class FindingPane extends VBox {
    private final Consumer<Source> onSource;
    private final Consumer<Source> onSetUp;
    private final Consumer<Source> onAddSource;
    private final AnswerLine answer;
    private final Latest proving;
    private Banner judged = new Banner(Banner.Kind.INFO, "");
    private Optional<Source> source = Optional.empty();

    /**
     * @param onSource told of the source whose secrets a person wants to set
     * @param onSetUp told of the source whose sender a person wants to set up
     * @param onAddSource told of the source that a person wants to add, as far as an event of the Inbox tells of it
     */
    FindingPane(Workbench workbench, Background background, Consumer<Source> onSource, Consumer<Source> onSetUp,
            Consumer<Source> onAddSource) {
        this.onSource = onSource;
        this.onSetUp = onSetUp;
        this.onAddSource = onAddSource;
        proving = new Latest(background);
        answer = new AnswerLine(workbench, background);
        getStyleClass().add("finding");
    }

    void show(FoundEvent found) {
        source = found.source().filter(each -> !each.isInbox());
        judged = found.looksLike().isEmpty() ? judged(found) : looksLike(found);
        getChildren().setAll(judged, answer);
        // The hash of a large body takes a while, and hardly ever there is something to be told.
        proving.ask(found.event()::isIntact, this::tellDamage, _ -> {});
        answer.show(found.event().summary(), found.provider());
    }

    private void tellDamage(boolean isIntact) {
        if (!isIntact) {
            getChildren().addFirst(new Banner(Banner.Kind.DANGER, text("detail.damaged")));
        }
    }

    /** Adds to the verdict how it came about, once that is known, and what helps against that. */
    void explain(Finding finding) {
        judged.withDetail(finding.cause()).withoutButton();
        FindingKind.button(finding.help()).ifPresent(help -> source.ifPresent(
                each -> judged.withButton(help, () -> onSource.accept(each))));
    }

    private Banner judged(FoundEvent found) {
        Verdict verdict = found.event().summary().verdict();
        Banner banner = new Banner(FindingKind.of(verdict.outcome()), verdict.reason());
        if (verdict.outcome().isBad() || verdict.outcome() == Verdict.Outcome.UNCHECKED) {
            // Whoever signs nothing is helped by no other secret.
            Consumer<Source> help = verdict.outcome() == Verdict.Outcome.MISSING ? onSetUp : onSource;
            source.ifPresent(each -> banner.withButton(FindingKind.button(verdict.outcome(), each),
                    () -> help.accept(each)));
        }
        return banner;
    }

    /** Who may have sent an event of the Inbox, which says more than that nothing is known of it. */
    private Banner looksLike(FoundEvent found) {
        String names = found.looksLike().stream().map(Provider::name)
                .reduce((one, other) -> text("detail.either", one, other)).orElse("");
        Source draft = Source.draft("", found.looksLike().getFirst().id(), found.event().request().path());
        return new Banner(Banner.Kind.INFO, text("detail.looksLike", names)).withDetail(text("detail.looksLike.add"))
                .withButton(text("detail.addSource"), () -> onAddSource.accept(draft));
    }
}
