package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of looking for the accident that explains a verdict.
 *
 * @param finding the one that does; empty if none was found
 * @param ruledOut names of the accidents that were tried and did not explain it
 * @param notTried names of those that were left out, because the body is too large to try everything on it in the time there was
 * @param clues what is striking and proves nothing, each a sentence
 */
public record Diagnosis(Optional<Finding> finding, List<String> ruledOut, List<String> notTried, List<String> clues) {
    private static final Duration ABSURD = Duration.ofDays(3_650);

    public Diagnosis {
        ruledOut = List.copyOf(ruledOut);
        notTried = List.copyOf(notTried);
        clues = List.copyOf(clues);
    }

    /** Of a signature that is right, and too old or too new. */
    public static Optional<Diagnosis> ofAge(Explanation stale) {
        return stale.time().flatMap(time -> time.age().map(age -> new Diagnosis(Optional.of(age(stale, age)), List.of(),
                List.of(), List.of())));
    }

    private static Finding age(Explanation stale, Duration age) {
        String secret = stale.match().map(Trial::secret).orElse("");
        if (age.abs().compareTo(ABSURD) > 0) {
            return new Finding("a time in another unit", "The time is years away: the sender writes it in "
                    + (age.isNegative()
                            ? "milliseconds where seconds are meant."
                            : "seconds where milliseconds are meant."),
                    "Write it in the unit that the provider's documentation says.", Help.OUTSIDE, secret,
                    Optional.empty());
        }
        return new Finding("an old signature", age.isNegative()
                ? "The signature is right, but of a time to come: a clock is wrong."
                : "The signature is right, but old: the request was replayed or held up, or a clock is wrong.",
                "If you replayed it, sign it anew on replay; else compare this machine's clock and the sender's.",
                Help.OUTSIDE, secret, Optional.empty());
    }

    /** All of it in a sentence or two. */
    public String words() {
        return finding.map(found -> found.cause() + " " + found.remedy()).orElseGet(this::nothing);
    }

    private String nothing() {
        if (ruledOut.isEmpty() && notTried.isEmpty()) {
            return "The request carries nothing that could be the signature, in any of its headers. Set the secret at the "
                    + "sender, so that it signs what it sends.";
        }
        return "Nothing matches. " + count(ruledOut) + " tried: " + String.join(", ", ruledOut) + "."
                + (notTried.isEmpty()
                        ? ""
                        : " The body is too large to try all at once. Not tried: " + String.join(", ", notTried) + ".");
    }

    private static String count(List<String> names) {
        return names.size() == 1 ? "1 kind of change was" : names.size() + " kinds of change were";
    }
}
