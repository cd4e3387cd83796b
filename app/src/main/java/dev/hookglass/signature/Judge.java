package dev.hookglass.signature;

import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a message by a source's scheme and secrets: any of those that were valid at its time may match. */
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
        List<Secret> usable = secrets.stream().filter(Secret::isReadable).filter(scheme::fits).toList();
        if (usable.isEmpty()) {
            return new Verdict(Outcome.UNCHECKED, whyUnchecked(scheme, secrets));
        }
        List<Secret> valid = usable.stream().filter(secret -> secret.isValidAt(message.time())).toList();
        List<Secret> lapsed = usable.stream().filter(secret -> !secret.isValidAt(message.time())).toList();
        List<Verdict> verdicts = new ArrayList<>();
        for (Secret secret : valid) {
            Verdict verdict = scheme.check(message, secret, trace);
            if (matches(verdict)) {
                return verdict;
            }
            verdicts.add(verdict);
        }
        return lapsed(scheme, lapsed, message, trace).orElseGet(() -> switch (verdicts.size()) {
            case 0 -> withoutValidSecret(scheme.check(message, lapsed.getFirst()));
            case 1 -> verdicts.getFirst();
            default -> summary(valid, verdicts);
        });
    }

    private static String whyUnchecked(Scheme scheme, List<Secret> secrets) {
        if (secrets.isEmpty()) {
            return "No secret was set for this source; add one to check its events.";
        }
        return secrets.stream().noneMatch(Secret::isReadable)
                ? "The source's secrets cannot be read at present; its events are judged again once they can."
                : "None of this source's secrets has the form that " + scheme.id() + " needs.";
    }

    private static boolean matches(Verdict verdict) {
        return verdict.outcome() == Outcome.VALID || verdict.outcome() == Outcome.STALE;
    }

    /** A receiver refuses what is signed with a secret outside its window, and the person wants to know which one it was. */
    private static Optional<Verdict> lapsed(Scheme scheme, List<Secret> lapsed, SignedMessage message,
            Trace trace) {
        return lapsed.stream()
                .filter(secret -> matches(scheme.check(message, secret, trace)))
                .findFirst()
                .map(secret -> new Verdict(Outcome.INVALID, "The signature matches secret “" + secret.name()
                        + "”, which " + secret.lapse(message.time()) + "; the request came on "
                        + SecretWindow.words(message.time()) + "."));
    }

    /** Whether a signature is there and well-formed can be told by any secret; whether it is right by a valid one only. */
    private static Verdict withoutValidSecret(Verdict verdict) {
        return verdict.outcome() == Outcome.INVALID
                ? new Verdict(Outcome.UNCHECKED, "None of this source's secrets was valid when the request came.")
                : verdict;
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
