package dev.hookglass.check;

import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Permissions;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.provider.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tries an endpoint with requests, one after another.
 *
 * @param findings one for each trial, in their order
 */
public record Check(List<Finding> findings) {
    public Check {
        findings = List.copyOf(findings);
    }

    /**
     * Sends all trials; each waits for its answer as long as the provider would, and a little longer, so that a late answer
     * is seen. Interrupting the thread ends it; what is not yet sent is left out.
     *
     * @param permissions what a person has allowed of the endpoint
     * @param progress told of each finding as it is made, on the calling thread
     */
    public static Check run(List<Trial> trials, Acknowledgement acknowledgement, Permissions permissions,
            Consumer<Finding> progress) {
        Examiner examiner = new Examiner(acknowledgement);
        List<Finding> findings = new ArrayList<>();
        try (Sender sender = new Sender(SenderLimits.of(acknowledgement), permissions)) {
            for (Trial trial : trials) {
                Outcome outcome = sender.send(trial.request());
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                Finding finding = examiner.examine(trial, outcome);
                findings.add(finding);
                progress.accept(finding);
            }
        }
        return new Check(findings);
    }

    public boolean passed() {
        return findings.stream().allMatch(Finding::passed);
    }

    public long failures() {
        return findings.stream().filter(finding -> !finding.passed()).count();
    }
}
