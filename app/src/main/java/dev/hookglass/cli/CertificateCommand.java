package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.ClosedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hookglass certificate}: what senders must trust to reach the receiver over HTTPS. Works while another Hookglass runs. */
@Command(name = "certificate", mixinStandardHelpOptions = true, description = "Writes the certificate that Hookglass shows over HTTPS, as PEM without its key, for senders to trust.")
final class CertificateCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to (default: standard output).")
    private @Nullable Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        String pem = ClosedFolder.certificate(data.path()).pem();
        if (output == null) {
            spec.commandLine().getOut().print(pem);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.writeString(output, pem);
            return 0;
        } catch (IOException e) {
            throw new Problem("The file " + output + " cannot be written; check the folder and its permissions.", e);
        }
    }
}
