package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Forward;
import dev.hookglass.target.Targets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a source passes its events on to. What is not given stays as it is. */
final class ForwardOptions {
    @Option(names = "--forward", paramLabel = "TARGET", description = "Pass each event on to this saved target at once, as it was received; none, to pass nothing on.")
    private @Nullable String target;

    @Option(names = "--forward-answer", paramLabel = "WHOSE", description = "What the sender is answered: own, by the source's rule; target, what the target answers, or the source's"
            + " rule if it does not in time.")
    private @Nullable Whose answer;

    @Option(names = "--forward-retry", paramLabel = "POLICY", description = "What is done where the provider would see no acknowledgement: none; provider, to send it again as the provider"
            + " would.")
    private @Nullable Policy retry;

    /** Whose answer the sender gets; lower case, as it is written. */
    enum Whose {
        own, target
    }

    /** By which policy what failed is sent again; lower case, as it is written. */
    enum Policy {
        none, provider
    }

    boolean areGiven() {
        return target != null || answer != null || retry != null;
    }

    Optional<Forward> applyTo(Optional<Forward> before, Targets targets) throws Problem {
        if (target != null && target.equals("none")) {
            return Optional.empty();
        }
        Optional<Forward> named = target == null ? before : Optional.of(named(target, before, targets));
        if (named.isEmpty() && areGiven()) {
            throw new Problem("The source passes nothing on; name a target with --forward.");
        }
        return named.map(forward -> new Forward(forward.targetId(),
                answer == null ? forward.answers() : answer == Whose.target,
                retry == null ? forward.retries() : retry == Policy.provider));
    }

    private static Forward named(String name, Optional<Forward> before, Targets targets) throws Problem {
        int id = targets.find(name)
                .orElseThrow(() -> new Problem("There is no target named “" + name
                        + "”; add it with “hookglass target add”."))
                .id();
        return new Forward(id, before.map(Forward::answers).orElse(false),
                before.map(Forward::retries).orElse(false));
    }
}
