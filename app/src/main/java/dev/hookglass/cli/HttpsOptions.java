package dev.hookglass.cli;

import dev.hookglass.certificate.CertificateFiles;
import dev.hookglass.certificate.ServerCertificate;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Listening for HTTPS. The password comes from a file or the environment, never as an argument, which others can see. */
final class HttpsOptions {
    private static final String PASSWORD = "HOOKGLASS_CERTIFICATE_PASSWORD";

    @Option(names = "--https-port", paramLabel = "PORT", description = "Port to listen on for HTTPS besides, 0 for any free one (default: no HTTPS).")
    private @Nullable Integer port;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Your own certificate for HTTPS: PKCS12, or PEM with the chain (default: one that Hookglass makes, see “hookglass certificate”).")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The PEM file with its private key, if that is not in the same file.")
    private @Nullable Path key;

    @Option(names = "--certificate-password-file", paramLabel = "FILE", description = "A file that holds the password of the PKCS12 file or key; or set "
            + PASSWORD + ".")
    private @Nullable Path passwordFile;

    /** Refuses what does not go together. */
    void check(CommandLine command) {
        if (port != null) {
            Ports.require(port, command);
        }
        if (port == null && (certificate != null || key != null || passwordFile != null)) {
            throw new ParameterException(command, "A certificate is for HTTPS; name its port with --https-port.");
        }
        if (certificate == null && (key != null || passwordFile != null)) {
            throw new ParameterException(command,
                    "Name the certificate that the key or password is for with --certificate.");
        }
    }

    /** The settings with HTTPS, if it is wanted. */
    ReceiverSettings addTo(ReceiverSettings settings, Workbench workbench) throws Problem {
        return port == null ? settings : settings.withHttps(port, certificate(workbench));
    }

    private ServerCertificate certificate(Workbench workbench) throws Problem {
        return certificate == null
                ? workbench.certificate()
                : CertificateFiles.read(certificate, key, password(), InstantSource.system());
    }

    private char[] password() throws Problem {
        if (passwordFile == null) {
            String environment = System.getenv(PASSWORD);
            return environment == null ? new char[0] : environment.toCharArray();
        }
        try {
            return Files.readString(passwordFile).replaceFirst("\\R\\z", "").toCharArray();
        } catch (IOException e) {
            throw new Problem("The password file " + passwordFile + " cannot be read; check its name and permissions.",
                    e);
        }
    }
}
