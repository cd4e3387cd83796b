package dev.hookglass.signature;

import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges a message by a source's scheme and secrets: any of the secrets may match. */
public final class Judge {
    private static final Secret NO_SECRET = new Secret("", "");

    private Judge() {}

    public static Verdict judge(Scheme scheme, List<Secret> secrets, SignedMessage message) {
        return judge(scheme, secrets, message, Trace.NONE);
    }

    static Verdict judge(Scheme scheme, List<Secret> secrets, SignedMessage message, Trace trace) {
        if (scheme instanceof Unsigned) {
            return Unsigned.VERDICT;
        }
        if (!scheme.needsSecret()) {
            return scheme.check(message, NO_SECRET, trace);
        }
        List<Secret> usable = secrets.stream().filter(scheme::fits).toList();
        if (usable.isEmpty()) {
            return new Verdict(Outcome.UNCHECKED,
                    secrets.isEmpty()
                            ? "No secret was set for this source when the event came; add one to check the next."
                            : "None of this source's secrets has the form that " + scheme.id() + " needs.");
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Secret secret : usable) {
            Verdict verdict = scheme.check(message, secret, trace);
            if (verdict.outcome() == Outcome.VALID || verdict.outcome() == Outcome.STALE) {
                return verdict;
            }
            verdicts.add(verdict);
        }
        return verdicts.size() == 1 ? verdicts.getFirst() : summary(usable, verdicts);
    }

    private static Verdict summary(List<Secret> secrets, List<Verdict> verdicts) {
        // Malformed and missing do not depend on the secret for most schemes; invalid means that each secret was tried.
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() != Outcome.INVALID)
                .filter(verdict -> verdicts.stream().noneMatch(v -> v.outcome() == Outcome.INVALID))
                .findFirst()
                .orElseGet(() -> new Verdict(Outcome.INVALID,
                        "The signature matches none of this source's secrets: " + secrets.stream()
                                .map(secret -> "“" + secret.name() + "”")
                                .collect(Collectors.joining(", ")) + "."));
    }
}
