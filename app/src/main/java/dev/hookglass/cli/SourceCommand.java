package dev.hookglass.cli;

import dev.hookglass.export.EventJson;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import dev.hookglass.target.Target;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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

/** {@code hookglass source}: the configured senders. */
@Command(name = "source", mixinStandardHelpOptions = true, description = "Adds, changes, lists and removes sources.", subcommands = {
        SourceCommand.Add.class, ChangeSourceCommand.class, SourceCommand.ListAll.class, SourceCommand.Remove.class,
        SecretCommand.class, RejudgeCommand.class})
final class SourceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: add, change, list, remove, secret or rejudge.");
    }

    /** {@code hookglass source add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a source.")
    static final class Add extends FolderCommand {
        @Parameters(paramLabel = "NAME", description = "What you call it.")
        private String name;

        @Option(names = "--provider", paramLabel = "ID", required = true, description = "The kind of sender; “hookglass providers” lists them.")
        private String provider;

        @Option(names = "--path", paramLabel = "/PATH", required = true, description = "Requests to this path and below it belong to the source.")
        private String path;

        @Option(names = "--public-url", paramLabel = "URL", description = "Where the sender sends to, if that is a tunnel.")
        private @Nullable String publicUrl;

        @Option(names = "--tolerance", paramLabel = "AGE", description = "The oldest that a signature may be, such as PT5M for five minutes (default: what the provider accepts).")
        private @Nullable Duration tolerance;

        @Mixin
        private SecretOptions secrets;

        @Mixin
        private ReplyOptions reply;

        @Mixin
        private ForwardOptions forward;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            Source added = workbench.sources()
                    .add(Source.draft(name, provider, path)
                            .withSecrets(secrets.secrets())
                            .withPublicUrl(publicUrl == null ? "" : publicUrl)
                            .withReply(reply.applyTo(ReplyRule.EXPECTED))
                            .withTolerance(Optional.ofNullable(tolerance))
                            .withForward(forward.applyTo(Optional.empty(), workbench.targets())));
            out.println("Added the source " + added.name() + " at " + added.path() + ".");
        }
    }

    /** {@code hookglass source list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the sources.")
    static final class ListAll extends FolderCommand {
        @Option(names = "--json", description = "Print each source as one JSON object.")
        private boolean json;

        @Override
        void run(Workbench workbench, PrintWriter out) {
            for (Source source : workbench.sources().all()) {
                String target = source.forward()
                        .map(to -> workbench.targets().find(to.targetId()).map(Target::name).orElse("?"))
                        .orElse("");
                out.println(json ? json(source, target).toString() : line(source, target));
            }
        }

        private static ObjectNode json(Source source, String target) {
            ObjectNode json = JsonNodeFactory.instance.objectNode()
                    .put("name", source.name())
                    .put("provider", source.provider())
                    .put("path", source.path())
                    .put("secrets", source.secrets().size())
                    .put("publicUrl", source.publicUrl().isEmpty() ? null : source.publicUrl());
            json.set("reply", reply(source.reply()));
            source.forward().ifPresent(forward -> json.putObject("forward")
                    .put("target", target)
                    .put("answer", forward.answers() ? "target" : "own")
                    .put("retry", forward.retries() ? "provider" : "none"));
            return json;
        }

        private static ObjectNode reply(ReplyRule rule) {
            ObjectNode json = JsonNodeFactory.instance.objectNode()
                    .put("answer", rule.answer().text())
                    .put("whenBad", rule.whenBad().map(ReplySequence::text).orElse(null));
            json.set("headers", EventJson.headers(rule.headers()));
            return json.put("body", rule.body());
        }

        private static String line(Source source, String target) {
            int secrets = source.secrets().size();
            return String.format(Locale.ROOT, "%-20s %-28s %-32s %-10s  answers %s%s", source.name(), source.provider(),
                    source.path(), secrets == 0 ? "no secret" : secrets == 1 ? "1 secret" : secrets + " secrets",
                    source.reply().text(), target.isEmpty() ? "" : ", passed on to " + target);
        }
    }

    /** {@code hookglass source remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a source; its events stay.")
    static final class Remove extends FolderCommand {
        @Mixin
        private KnownName name;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            Source source = name.source(workbench);
            workbench.sources().remove(source.id());
            out.println("Removed the source " + source.name() + "; its events stay.");
        }
    }
}
