package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SecretWindow;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass source secret}: the secrets of a source; their texts are never printed. */
@Command(name = "secret", mixinStandardHelpOptions = true, description = "Adds, removes and lists the secrets of a source.", subcommands = {
        SecretCommand.Add.class, SecretCommand.Remove.class, SecretCommand.ListAll.class})
final class SecretCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, remove or list.");
    }

    /** {@code hookglass source secret add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a secret and judges the source's events again. The secret is asked for unless an option or HOOKGLASS_SECRET gives it.")
    static final class Add extends FolderCommand {
        @Mixin
        private KnownName name;

        @Option(names = "--label", paramLabel = "L", description = "Tells it from the source's other secrets (default: “secret” and a number).")
        private @Nullable String label;

        @Option(names = "--from", paramLabel = "TIME", converter = MomentOption.From.class, description = "Since when it is valid: 2026-11-20, or 2026-11-20T12:00:00Z.")
        private @Nullable Instant from;

        @Option(names = "--until", paramLabel = "TIME", converter = MomentOption.Until.class, description = "Until when it is valid: a time, or the last day.")
        private @Nullable Instant until;

        @Mixin
        private SecretOptions secrets;

        private String text = "";

        @Override
        void prepare() throws Problem {
            text = secrets.one();
        }

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem, InterruptedException {
            Source source = name.source(workbench);
            Secret added = new Secret(label(source), text, Optional.ofNullable(from), Optional.ofNullable(until));
            List<Secret> all = new ArrayList<>(source.secrets());
            all.add(added);
            workbench.sources().replace(source.withSecrets(all));
            out.println("Added “" + added.name() + "” to " + source.name() + ". "
                    + workbench.sources().keeping().sentence());
            RejudgeCommand.finish(workbench, source, out, err());
        }

        private String label(Source source) throws Problem {
            if (label == null) {
                return IntStream.iterate(source.secrets().size() + 1, number -> number + 1)
                        .mapToObj(number -> "secret " + number)
                        .filter(free -> find(source, free).isEmpty())
                        .findFirst()
                        .orElseThrow();
            }
            if (label.isBlank() || find(source, label).isPresent()) {
                throw new Problem("The label “" + label + "” is empty or another secret's; choose another.");
            }
            return label.strip();
        }
    }

    /** {@code hookglass source secret remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a secret and judges the source's events again.")
    static final class Remove extends FolderCommand {
        @Mixin
        private KnownName name;

        @Parameters(index = "1", paramLabel = "LABEL", description = "The secret's label.")
        private String label;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem, InterruptedException {
            Source source = name.source(workbench);
            Secret removed = find(source, label).orElseThrow(() -> new Problem("The source " + source.name()
                    + " has no secret “" + label + "”; “hookglass source secret list” lists them."));
            workbench.sources().replace(source
                    .withSecrets(source.secrets().stream().filter(secret -> !secret.equals(removed)).toList()));
            out.println("Removed “" + removed.name() + "” from " + source.name() + ".");
            RejudgeCommand.finish(workbench, source, out, err());
        }
    }

    private static Optional<Secret> find(Source source, String label) {
        return source.secrets().stream().filter(secret -> secret.name().equalsIgnoreCase(label.strip())).findFirst();
    }

    /** {@code hookglass source secret list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the labels of a source's secrets, and when they are valid.")
    static final class ListAll extends FolderCommand {
        @Mixin
        private KnownName name;

        @Option(names = "--json", description = "Print each secret as one JSON object.")
        private boolean json;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            // The labels are there without the keychain, but how they are kept is known only once it has answered.
            workbench.sources().awaitSecrets(Duration.ofSeconds(3));
            for (Secret secret : name.source(workbench).secrets()) {
                out.println(json ? json(secret).toString() : line(secret));
            }
            err().println(workbench.sources().keeping().sentence());
        }

        private static ObjectNode json(Secret secret) {
            return JsonNodeFactory.instance.objectNode()
                    .put("label", secret.name())
                    .put("from", secret.from().map(Instant::toString).orElse(null))
                    .put("until", secret.until().map(Instant::toString).orElse(null));
        }

        private static String line(Secret secret) {
            String window = SecretWindow.words(secret);
            return String.format(Locale.ROOT, "%-24s %s", EventLine.printable(secret.name()),
                    window.isEmpty() ? "always" : window);
        }
    }
}
