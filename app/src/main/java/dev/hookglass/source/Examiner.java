package dev.hookglass.source;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.signature.diagnosis.Case;
import dev.hookglass.signature.diagnosis.Diagnoser;
import dev.hookglass.signature.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;

/** Looks closely at one request: how its verdict comes about, and what explains it if it is bad. Changes no verdict. */
public final class Examiner {
    private final Catalogue providers;
    private final List<Source> sources;

    /** @param sources those whose secrets may be held against a request */
    public Examiner(Catalogue providers, List<Source> sources) {
        this.providers = providers;
        this.sources = List.copyOf(sources);
    }

    /**
     * Looks at a stored event, by its source as it is now. Takes up to a second for a large body: not for the FX thread.
     *
     * @throws InterruptedException if the thread is interrupted, which ends it
     */
    public Examination examine(CapturedEvent event) throws InterruptedException {
        Optional<Source> source = sources.stream()
                .filter(each -> each.id() == event.summary().sourceId())
                .findFirst();
        Scheme scheme = providers.find(event.summary().provider()).map(Provider::scheme).orElse(new Unsigned());
        return examine(scheme, source.map(Source::secrets).orElse(List.of()), new SignedMessage(event.request(),
                event.body(), event.summary().receivedAt(),
                source.flatMap(each -> Intake.sentTo(each, event.request(), event.summary().scheme())),
                source.flatMap(Source::tolerance)), source);
    }

    /** Looks at a message from elsewhere. */
    public Examination examine(Scheme scheme, List<Secret> secrets, SignedMessage message)
            throws InterruptedException {
        return examine(scheme, secrets, message, Optional.empty());
    }

    private Examination examine(Scheme scheme, List<Secret> secrets, SignedMessage message, Optional<Source> source)
            throws InterruptedException {
        Explanation explanation = Explanation.of(scheme, secrets, message);
        Outcome outcome = explanation.verdict().outcome();
        if (outcome == Outcome.STALE) {
            return new Examination(explanation, Diagnosis.ofAge(explanation));
        }
        List<Case.Neighbour> neighbours = sources.stream()
                .filter(each -> !source.equals(Optional.of(each)) && !each.secrets().isEmpty())
                .map(each -> new Case.Neighbour(each.name(), each.secrets()))
                .toList();
        boolean hasSecret = !secrets.isEmpty() || !neighbours.isEmpty();
        return new Examination(explanation, outcome.isBad() || outcome == Outcome.UNCHECKED && hasSecret
                ? Optional.of(Diagnoser.diagnose(new Case(scheme, secrets, message, neighbours, others())))
                : Optional.empty());
    }

    private List<Case.OtherProvider> others() {
        return providers.all().stream().map(each -> new Case.OtherProvider(each.name(), each.scheme())).toList();
    }
}
