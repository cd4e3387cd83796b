package dev.hookglass.check;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.provider.Acknowledgement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells whether what an endpoint did is what it should have done. */
final class Examiner {
    private final Acknowledgement acknowledgement;

    Examiner(Acknowledgement acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    /** What an outcome says about the endpoint. */
    Finding examine(Trial trial, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> new Finding(trial, outcome, false,
                    "It did not answer: " + failed.reason());
            case Answered answered -> examine(trial, answered);
        };
    }

    private Finding examine(Trial trial, Answered answered) {
        String did = "It answered " + answered.status() + " after " + answered.time().toMillis() + " ms";
        String wrong = wrong(trial, answered);
        return new Finding(trial, answered, wrong.isEmpty(), wrong.isEmpty() ? did + "." : did + ": " + wrong);
    }

    /** What is wrong with an answer; empty if nothing is. */
    private String wrong(Trial trial, Answered answered) {
        int status = answered.status();
        Duration within = acknowledgement.within().orElse(answered.time());
        if (status >= 500) {
            return "that is a failure of the endpoint, and the provider would send it again.";
        }
        if (answered.time().compareTo(within) > 0) {
            return "the provider waits for " + within.toMillis() + " ms only.";
        }
        if (status >= 300 && status < 400) {
            return "a redirect is neither an acceptance nor a refusal.";
        }
        boolean accepted = acknowledgement.statuses().contains(status);
        boolean refused = status >= 400;
        return switch (trial.expectation()) {
            case ACCEPT -> accepted
                    ? ""
                    : refused
                            ? "it refused what it should accept. " + trial.because()
                            : "the provider takes only " + statuses() + " for an acknowledgement.";
            case REFUSE -> refused ? "" : "it accepted what it should refuse with a 4xx. " + trial.because();
            case EITHER -> "";
        };
    }

    private String statuses() {
        List<Integer> statuses = acknowledgement.statuses();
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
