package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How a verdict came about. Free of secrets and expected signatures but for what is {@link Concealed}, and
 * {@link Received#isSecret}.
 *
 * @param verdict the outcome, by the secrets that were given
 * @param scheme the name of the scheme
 * @param steps what was done, in order
 * @param signed exactly what is signed; empty where nothing is, or the check did not get so far
 * @param received what the request presents as its proof, often one
 * @param time the time that it says it was signed for
 * @param trials the secrets that were tried, in order
 */
public record Explanation(Verdict verdict, String scheme, List<Step> steps, Optional<Bytes> signed,
        List<Received> received, Optional<SignedTime> time, List<Trial> trials) {
    public Explanation {
        steps = List.copyOf(steps);
        received = List.copyOf(received);
        trials = List.copyOf(trials);
    }

    /** Judges a message by the code that judges all of them, and tells how. */
    public static Explanation of(Scheme scheme, List<Secret> secrets, SignedMessage message) {
        Explaining listener = new Explaining();
        Verdict verdict = Judge.judge(scheme, secrets, message, listener);
        return listener.explanation(scheme, verdict);
    }

    /** A verdict that did not come about by a signature, and says itself how it did. */
    public static Explanation of(Scheme scheme, Verdict verdict) {
        return new Explaining().explanation(scheme, verdict);
    }

    /** The secret that matched, if one did. */
    public Optional<Trial> match() {
        return trials.stream().filter(Trial::matches).findFirst();
    }
}
