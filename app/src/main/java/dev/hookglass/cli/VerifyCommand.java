package dev.hookglass.cli;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.Step;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.signature.diagnosis.Diagnosis;
import dev.hookglass.signature.diagnosis.Difference;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Examiner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hookglass verify}: a request from elsewhere. It opens no data, so it works beside a running Hookglass. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
        "Judges a request from elsewhere, such as a log or a test, and says why its signature is not valid.",
        "Exit codes: 0 if the signature is valid, 1 if it is not, 2 for wrong usage."})
final class VerifyCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Mixin
    private DataOption data;

    @Option(names = "--provider", paramLabel = "ID", required = true, description = "The kind of sender; “hookglass providers” lists them.")
    private String provider;

    @Mixin
    private SecretOptions secrets;

    @Option(names = "--body", paramLabel = "FILE", required = true, description = "The file with the exact bytes of the body; - for the standard input.")
    private String body;

    @Option(names = "--header", paramLabel = "'N: V'", description = "A header of the request. May be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--method", paramLabel = "M", defaultValue = "POST", description = "The method (default: ${DEFAULT-VALUE}).")
    private String method;

    @Option(names = "--url", paramLabel = "U", description = "The URL that the sender sent to; needed where the URL is signed, too.")
    private @Nullable String url;

    @Option(names = "--at", paramLabel = "TIME", description = "When it arrived, such as 2026-11-20T12:00:00Z or in seconds since 1970, for signatures"
            + " that grow old (default: now).")
    private @Nullable String at;

    @Option(names = "--json", description = "Print the outcome as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem, InterruptedException {
        SignedMessage message = message();
        Catalogue providers = data.providers();
        Provider sender = ProvidersCommand.known(provider, providers.find(provider));
        List<Secret> given = secrets.secrets();
        if (given.isEmpty() && sender.scheme().needsSecret() && !(sender.scheme() instanceof Unsigned)) {
            throw new ParameterException(spec.commandLine(),
                    "A secret is needed: --secret, --secret-file or the environment variable HOOKGLASS_SECRET.");
        }
        Examination examination = new Examiner(providers).examine(sender, given, message);
        print(examination);
        return examination.explanation().verdict().outcome() == Outcome.VALID ? 0 : CommandLineInterface.FAILED;
    }

    private SignedMessage message() throws Problem {
        List<Header> read = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new ParameterException(spec.commandLine(), "A header is written 'Name: value'.");
            }
            // Header values are kept as the bytes on the wire, a character each.
            read.add(new Header(header.substring(0, colon).strip(),
                    Bytes.ofUtf8(header.substring(colon + 1).strip()).latin1()));
        }
        String target = url == null ? "/" : url.replaceFirst("^[A-Za-z]+://[^/?#]*", "");
        RequestHead head = new RequestHead(method, target.startsWith("/") ? target : "/" + target, "HTTP/1.1", read);
        Instant arrived = at == null ? Instant.now() : time(at);
        return new SignedMessage(head, read(body), arrived, Optional.ofNullable(url));
    }

    private Instant time(String text) {
        try {
            return text.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(),
                    "--at is a time such as 2026-11-20T12:00:00Z, or a number of seconds since 1970.", e);
        }
    }

    private static Bytes read(String file) throws Problem {
        try {
            return Bytes.wrap(file.equals(STANDARD_INPUT)
                    ? System.in.readAllBytes()
                    : Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new Problem("The body file " + file + " cannot be read; check its name and permissions.", e);
        }
    }

    private void print(Examination examination) {
        PrintWriter out = spec.commandLine().getOut();
        Verdict verdict = examination.explanation().verdict();
        if (json) {
            out.println(VerificationJson.of(examination));
            return;
        }
        print(EventLine.glyph(verdict.outcome()) + " " + verdict.outcome().word() + ": " + verdict.reason());
        examination.diagnosis().ifPresent(this::print);
        out.println();
        for (Step step : examination.explanation().steps()) {
            print("  " + glyph(step.sign()) + " " + step.words());
        }
    }

    private void print(Diagnosis diagnosis) {
        print("→ " + diagnosis.words());
        diagnosis.finding().flatMap(Finding::difference).map(Difference::words).ifPresent(this::print);
        diagnosis.clues().forEach(this::print);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(EventLine.printable(line));
    }

    private static String glyph(Step.Sign sign) {
        return switch (sign) {
            case GOOD -> "✔";
            case BAD -> "✘";
            case NOTE -> "–";
        };
    }
}
