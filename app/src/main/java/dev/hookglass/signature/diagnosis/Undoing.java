package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Undoes accidents, one at a time, on one thread. */
final class Undoing {
    private final Budget budget;
    private final List<Case> ways;
    /** Those in which the request carries a signature, which then depends on the content. */
    private final List<Case> compared;
    private boolean isCompared;

    Undoing(Case seen, Budget budget) {
        this.budget = budget;
        this.ways = seen.ways();
        this.compared = ways.stream().filter(Undoing::isCompared).toList();
    }

    private static boolean isCompared(Case way) {
        return Variants.signsContent(way.scheme())
                && way.secrets().stream().filter(way.scheme()::fits).anyMatch(
                        secret -> way.scheme().check(way.message(), secret).outcome() == Outcome.INVALID);
    }

    /**
     * Tries all ways to undo an accident, until one makes the request valid.
     *
     * @param isWanted asked between the tries: whether somebody still wants to know
     */
    Tried undo(Accident accident, BooleanSupplier isWanted) {
        isCompared = false;
        for (Case way : accident.isOfContent() ? compared : ways) {
            // Not by an iterator, which would make all the bodies of an accident at once.
            Optional<Finding> found = accident.repairs(way)
                    .takeWhile(_ -> budget.goesOn() && isWanted.getAsBoolean())
                    .flatMap(repair -> matching(repair).map(secret -> finding(accident, way, repair, secret)).stream())
                    .findFirst();
            if (found.isPresent()) {
                return new Tried(found, isCompared, true);
            }
        }
        return new Tried(Optional.empty(), isCompared, budget.goesOn());
    }

    private Optional<Secret> matching(Repair repair) {
        return repair.secrets().stream().filter(repair.scheme()::fits).filter(secret -> matches(repair, secret))
                .findFirst();
    }

    private boolean matches(Repair repair, Secret secret) {
        Outcome outcome = repair.scheme().check(repair.message(), secret).outcome();
        isCompared |= outcome == Outcome.INVALID;
        budget.spend(outcome == Outcome.INVALID ? repair.message().body().size() : 0);
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
