package dev.hookglass.source;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.payload.JsonBody;
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
import dev.hookglass.signature.diagnosis.Patience;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.MissingNode;

/** Looks closely at one request: how its verdict comes about, and what explains it if it is bad. Changes no verdict. */
public final class Examiner {
    private final Catalogue providers;
    private final List<Source> sources;
    private final Siblings siblings;

    /** Knows what else came to an event's source. */
    @FunctionalInterface
    public interface Siblings {
        /** Other events that came at about the same time, as many as can be looked at in a moment. */
        List<Case.Sibling> of(CapturedEvent event);
    }

    /** For messages from elsewhere. */
    public Examiner(Catalogue providers) {
        this(providers, List.of(), _ -> List.of());
    }

    /**
     * For events.
     *
     * @param sources those whose secrets may be held against a request
     */
    public Examiner(Catalogue providers, List<Source> sources, Siblings siblings) {
        this.providers = providers;
        this.sources = List.copyOf(sources);
        this.siblings = siblings;
    }

    /**
     * Looks at a stored event, by its source as it is now, as it was judged last. Takes a while for a large body: not for
     * the FX thread.
     *
     * @throws InterruptedException if the thread is interrupted, which ends it
     */
    public Examination examine(CapturedEvent event, Patience patience) throws InterruptedException {
        Optional<Source> source = sources.stream()
                .filter(each -> each.id() == event.summary().sourceId())
                .findFirst();
        Optional<Provider> provider = providers
                .find(source.map(Source::provider).orElse(event.summary().provider()));
        Scheme scheme = provider.map(Provider::scheme).orElse(new Unsigned());
        if (provider.filter(each -> isUnsignedHandshake(each, event)).isPresent()) {
            return new Examination(provider, Explanation.of(scheme, event.summary().verdict()), Optional.empty());
        }
        return examine(provider, scheme, source.map(Source::secrets).orElse(List.of()),
                new SignedMessage(event.request(), event.body(), event.summary().receivedAt(),
                        source.flatMap(each -> Intake.sentTo(each, event.request(), event.summary().scheme())),
                        source.flatMap(Source::tolerance)),
                source, () -> siblings.of(event), patience);
    }

    /** Its verdict comes from its token, or says that it needs none. */
    private static boolean isUnsignedHandshake(Provider provider, CapturedEvent event) {
        return provider.handshakes().stream().anyMatch(each -> !each.isSigned())
                && provider.handshake(event.request(), JsonBody.parse(event.body(), event.request().headers())
                        .orElse(MissingNode.getInstance())).filter(each -> !each.isSigned()).isPresent();
    }

    /** Looks at a message from elsewhere, whole. */
    public Examination examine(Provider provider, List<Secret> secrets, SignedMessage message)
            throws InterruptedException {
        return examine(Optional.of(provider), provider.scheme(), secrets, message, Optional.empty(), List::of,
                Patience.ALL_OF_IT);
    }

    private Examination examine(Optional<Provider> provider, Scheme scheme, List<Secret> secrets,
            SignedMessage message, Optional<Source> source, Supplier<List<Case.Sibling>> others, Patience patience)
            throws InterruptedException {
        Explanation explanation = Explanation.of(scheme, secrets, message);
        Outcome outcome = explanation.verdict().outcome();
        if (outcome == Outcome.STALE) {
            return new Examination(provider, explanation, Diagnosis.ofAge(explanation));
        }
        List<Case.Neighbour> neighbours = sources.stream()
                .filter(each -> !source.equals(Optional.of(each)) && !each.secrets().isEmpty())
                .map(each -> new Case.Neighbour(each.name(), each.secrets()))
                .toList();
        boolean hasSecret = !secrets.isEmpty() || !neighbours.isEmpty();
        return new Examination(provider, explanation, outcome.isBad() || outcome == Outcome.UNCHECKED && hasSecret
                ? Optional.of(Diagnoser.diagnose(new Case(scheme, secrets, message, neighbours, others(),
                        outcome == Outcome.INVALID ? others.get() : List.of()), patience))
                : Optional.empty());
    }

    private List<Case.OtherProvider> others() {
        return providers.all().stream().map(each -> new Case.OtherProvider(each.name(), each.scheme())).toList();
    }
}
