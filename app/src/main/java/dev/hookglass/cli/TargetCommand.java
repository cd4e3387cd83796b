package dev.hookglass.cli;

import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.target.TargetHeader;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass target}: where events are sent to. */
@Command(name = "target", mixinStandardHelpOptions = true, description = "Adds, changes, lists and removes targets.", subcommands = {
        TargetCommand.Add.class, TargetCommand.Change.class, TargetCommand.ListAll.class, TargetCommand.Remove.class,
        TrustCommand.class})
final class TargetCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, change, list, remove or trust.");
    }

    /** {@code hookglass target add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a target; its host is allowed then, even on the internet.")
    static final class Add extends FolderCommand {
        @Parameters(paramLabel = "NAME", description = "What you call it.")
        private String name;

        @Option(names = "--url", paramLabel = "URL", required = true, description = "Where it is.")
        private String url;

        @Mixin
        private TargetFields fields;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            Target added = workbench.targets().add(fields.applyTo(Target.draft(name, url)));
            out.println("Added the target " + added.name() + " at " + added.url() + ".");
        }
    }

    /** {@code hookglass target change}. */
    @Command(name = "change", mixinStandardHelpOptions = true, description = "Changes a target; what is not given stays as it is.")
    static final class Change extends FolderCommand {
        @Mixin
        private KnownName name;

        @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
        private @Nullable String newName;

        @Option(names = "--url", paramLabel = "URL", description = "Where it is now.")
        private @Nullable String url;

        @Mixin
        private TargetFields fields;

        @Override
        void prepare() {
            if (newName == null && url == null && !fields.areGiven()) {
                throw wrongUsage("Say what to change, such as --url.");
            }
        }

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            Target changed = fields.applyTo(name.target(workbench));
            changed = newName == null ? changed : changed.withName(newName);
            changed = url == null ? changed : changed.withUrl(url);
            out.println("Changed the target " + workbench.targets().replace(changed).name() + ".");
        }
    }

    /** {@code hookglass target list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the targets, without secret values.")
    static final class ListAll extends FolderCommand {
        @Option(names = "--json", description = "Print each target as one JSON object.")
        private boolean json;

        @Override
        void run(Workbench workbench, PrintWriter out) {
            for (Target target : workbench.targets().all()) {
                out.println(json ? json(target, workbench).toString() : line(target));
            }
        }

        private static ObjectNode json(Target target, Workbench workbench) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", target.name()).put("url", target.url());
            ArrayNode headers = json.putArray("headers");
            for (TargetHeader header : target.headers()) {
                headers.addArray().add(header.name()).add(header.secret() ? null : header.value());
            }
            ObjectNode variables = json.putObject("variables");
            for (Map.Entry<String, String> variable : new TreeMap<>(target.variables()).entrySet()) {
                variables.put(variable.getKey(), variable.getValue());
            }
            TargetUrl url = TargetUrl.of(target.url());
            return json.put("trustedCertificate", workbench.targets().pin(url.host(), url.port()).orElse(null));
        }

        private static String line(Target target) {
            int headers = target.headers().size();
            return String.format(Locale.ROOT, "%-20s %s%s", target.name(), target.url(),
                    headers == 0 ? "" : headers == 1 ? "  1 header" : "  " + headers + " headers");
        }
    }

    /** {@code hookglass target remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a target; what was sent there stays.")
    static final class Remove extends FolderCommand {
        @Mixin
        private KnownName name;

        @Override
        void run(Workbench workbench, PrintWriter out) throws Problem {
            Target target = name.target(workbench);
            workbench.removeTarget(target);
            out.println("Removed the target " + target.name() + ".");
        }
    }
}
