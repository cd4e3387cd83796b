package dev.hookglass.signature.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * What came of looking for the accident that explains a verdict.
 *
 * @param finding the one that does; empty if none was found
 * @param ruledOut names of the accidents that were tried and did not explain it
 * @param notTried names of those that were left out, because the body is too large to try everything on it
 * @param clues what is striking and proves nothing, each a sentence
 */
public record Diagnosis(Optional<Finding> finding, List<String> ruledOut, List<String> notTried, List<String> clues) {
    public Diagnosis {
        ruledOut = List.copyOf(ruledOut);
        notTried = List.copyOf(notTried);
        clues = List.copyOf(clues);
    }

    /** All of it in a sentence or two. */
    public String words() {
        return finding.map(found -> found.cause() + " " + found.remedy()).orElseGet(this::nothing);
    }

    private String nothing() {
        if (ruledOut.isEmpty()) {
            return "The request carries nothing that could be the signature, wherever it was looked for.";
        }
        return "Nothing matches. " + count(ruledOut) + " tried: " + String.join(", ", ruledOut) + "."
                + (notTried.isEmpty() ? "" : " The body is too large to try more: " + String.join(", ", notTried) + ".");
    }

    private static String count(List<String> names) {
        return names.size() == 1 ? "1 kind of change was" : names.size() + " kinds of change were";
    }
}
