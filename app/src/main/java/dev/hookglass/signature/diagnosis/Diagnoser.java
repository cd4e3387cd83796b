package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Undoes one known accident after the other until the scheme finds the request valid. What it is asked of was judged already;
 * nothing here changes that. Takes up to a few hundred milliseconds: not for the FX thread, nor for that of the receiver.
 */
public final class Diagnoser {
    /** How many bytes are signed in all before it gives up, so that the largest bodies take seconds, not minutes. */
    private static final long MOST_WORK = 512L << 20;
    /** What a try costs besides the body. */
    private static final int OVERHEAD = 2 << 10;

    private static final List<Accident> KNOWN = Stream
            .of(SecretAccidents.ALL, HeaderAccidents.ALL, CarriedSecretAccidents.ALL, BodyAccidents.ALL,
                    SchemeAccidents.ALL, TimeAccidents.ALL, UrlAccidents.ALL, SenderAccidents.ALL,
                    RewritingAccidents.ALL)
            .flatMap(List::stream)
            .toList();

    private final Case seen;
    private final List<Case> ways;
    /** Those in which the request carries a signature, which then depends on the content. */
    private final List<Case> compared;
    private final List<String> ruledOut = new ArrayList<>();
    private final List<String> notTried = new ArrayList<>();
    private boolean isCompared;
    private long work;

    private Diagnoser(Case seen) {
        this.seen = seen;
        this.ways = seen.ways();
        this.compared = ways.stream().filter(Diagnoser::isCompared).toList();
    }

    /**
     * Looks for the accident.
     *
     * @throws InterruptedException if the thread is interrupted, which ends the search
     */
    public static Diagnosis diagnose(Case seen) throws InterruptedException {
        return new Diagnoser(seen).diagnosis();
    }

    private Diagnosis diagnosis() throws InterruptedException {
        for (Accident accident : KNOWN) {
            if (work > MOST_WORK) {
                notTried.add(accident.name());
                continue;
            }
            Optional<Finding> finding = find(accident);
            if (finding.isPresent()) {
                return new Diagnosis(finding, ruledOut, notTried, Clues.of(seen));
            }
        }
        return new Diagnosis(Optional.empty(), ruledOut, notTried, Clues.of(seen));
    }

    private Optional<Finding> find(Accident accident) throws InterruptedException {
        isCompared = false;
        for (Case way : accident.isOfContent() ? compared : ways) {
            // Not by an iterator, which would make all the bodies of an accident at once.
            Optional<Finding> found = accident.repairs(way)
                    .takeWhile(_ -> work <= MOST_WORK && !Thread.currentThread().isInterrupted())
                    .flatMap(repair -> matching(repair).map(secret -> finding(accident, way, repair, secret)).stream())
                    .findFirst();
            if (Thread.interrupted()) {
                throw new InterruptedException("The diagnosis was cancelled");
            }
            if (found.isPresent()) {
                return found;
            }
        }
        if (isCompared) {
            ruledOut.add(accident.name());
        }
        return Optional.empty();
    }

    private static boolean isCompared(Case way) {
        return Variants.signsContent(way.scheme())
                && way.secrets().stream().filter(way.scheme()::fits).anyMatch(
                        secret -> way.scheme().check(way.message(), secret).outcome() == Outcome.INVALID);
    }

    private Optional<Secret> matching(Repair repair) {
        return repair.secrets().stream().filter(repair.scheme()::fits).filter(secret -> matches(repair, secret))
                .findFirst();
    }

    private boolean matches(Repair repair, Secret secret) {
        Outcome outcome = repair.scheme().check(repair.message(), secret).outcome();
        isCompared |= outcome == Outcome.INVALID;
        work += OVERHEAD + (outcome == Outcome.INVALID ? repair.message().body().size() : 0);
        return outcome == Outcome.VALID || outcome == Outcome.STALE;
    }

    private static Finding finding(Accident accident, Case way, Repair repair, Secret secret) {
        return new Finding(accident.name(), repair.words().cause(), repair.words().remedy(), repair.words().help(),
                secret.name(), difference(way, repair, secret));
    }

    private static Optional<Difference> difference(Case way, Repair repair, Secret secret) {
        if (repair.message().equals(way.message()) && repair.scheme().equals(way.scheme())) {
            return Optional.empty();
        }
        Optional<Explanation> received = explained(way.scheme(), way.secrets(), way.message());
        Optional<Explanation> matching = explained(repair.scheme(), List.of(secret), repair.message());
        return received.flatMap(Explanation::signed)
                .flatMap(signed -> matching.flatMap(Explanation::signed)
                        .flatMap(other -> Difference.between(signed, other)));
    }

    private static Optional<Explanation> explained(Scheme scheme, List<Secret> secrets, SignedMessage message) {
        return secrets.stream().anyMatch(scheme::fits)
                ? Optional.of(Explanation.of(scheme, secrets, message))
                : Optional.empty();
    }
}
