package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Targets;
import java.net.InetAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where to send, and whether that may be the internet. */
final class TargetOptions {
    @Option(names = "--to", paramLabel = "TARGET", required = true, description = "Where to send: a URL, or the name of a saved target, perhaps with a path behind a slash; “hookglass target list”"
            + " lists them.")
    private String to;

    @Option(names = "--allow-public", description = "Send also to a host on the internet that is no saved target and was not allowed in the window.")
    private boolean allowPublic;

    /** As it was written. */
    String written() {
        return to;
    }

    /**
     * What was meant.
     *
     * @throws Problem if nothing can be sent there, or it is on the internet and was not allowed
     */
    Destination destination(Targets targets) throws Problem {
        Destination destination = targets.destination(to);
        allowIn(targets);
        String host = destination.url().host();
        Optional<InetAddress> address = targets.allowsPublic(host)
                ? Optional.empty()
                : destination.url().publicAddress();
        if (address.isPresent()) {
            throw new Problem(host + " is on the internet (" + address.get().getHostAddress()
                    + "); allow it with --allow-public, or save it with “hookglass target add”.");
        }
        return destination;
    }

    /** Allows it in other targets as well, if it was allowed. */
    void allowIn(Targets targets) throws Problem {
        if (allowPublic) {
            targets.allowForNow(targets.destination(to).url().host());
        }
    }
}
