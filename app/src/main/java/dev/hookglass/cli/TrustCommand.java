package dev.hookglass.cli;

import dev.hookglass.delivery.CertificateProbe;
import dev.hookglass.delivery.ServerIdentity;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass target trust}: a certificate whose issuer is unknown on this machine. */
@Command(name = "trust", mixinStandardHelpOptions = true, description = {
        "Shows the certificate of a target whose issuer is unknown here, and trusts it once its fingerprint is given.",
        "Exit code: 0 if there is nothing to accept or it was accepted, 1 if not."})
final class TrustCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "TARGET", description = "A saved target's name, or a URL.")
    private String target;

    @Option(names = "--sha256", paramLabel = "F", description = "The fingerprint of the certificate to trust, with or without colons; none, to trust none any more.")
    private @Nullable String fingerprint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench workbench = data.open()) {
            TargetUrl url = workbench.targets().destination(target).url();
            if (fingerprint != null && fingerprint.equals("none")) {
                workbench.targets().distrust(url);
                out.println("No certificate of " + url.authority() + " is trusted by its fingerprint any more.");
                return 0;
            }
            Optional<ServerIdentity> shown = CertificateProbe.untrusted(url, workbench.targets());
            if (shown.isEmpty()) {
                out.println("There is nothing to accept: no certificate of an unknown issuer was found at "
                        + url.authority() + ".");
                return 0;
            }
            return decide(workbench, url, shown.get(), out);
        }
    }

    private int decide(Workbench workbench, TargetUrl url, ServerIdentity shown, PrintWriter out) throws Problem {
        if (fingerprint == null) {
            out.printf("Subject      %s%nIssuer       %s%nValid        %s to %s%nFingerprint  %s%n", shown.subject(),
                    shown.issuer(), shown.from(), shown.until(), shown.fingerprint());
            spec.commandLine().getErr()
                    .println("If this is the target's own certificate, run the command again with --sha256 and this"
                            + " fingerprint.");
            return CommandLineInterface.FAILED;
        }
        if (!fingerprint.replace(":", "").toLowerCase(Locale.ROOT).equals(shown.sha256())) {
            throw new Problem("The certificate of " + url.authority() + " has another fingerprint: "
                    + shown.fingerprint() + ". Nothing was trusted.");
        }
        workbench.targets().trust(url, shown.sha256());
        out.println("The certificate of " + url.authority() + " is trusted from now on.");
        return 0;
    }
}
