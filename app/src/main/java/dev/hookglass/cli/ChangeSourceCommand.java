package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.target.Targets;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hookglass source change}. */
@Command(name = "change", mixinStandardHelpOptions = true, description = "Changes a source; what is not given stays as it is.")
final class ChangeSourceCommand extends FolderCommand {
    @Mixin
    private KnownName name;

    @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
    private @Nullable String newName;

    @Option(names = "--path", paramLabel = "/PATH", description = "Another path.")
    private @Nullable String path;

    @Option(names = "--public-url", paramLabel = "URL", description = "Where the sender sends to, if that is a tunnel; empty for none.")
    private @Nullable String publicUrl;

    @Option(names = "--tolerance", paramLabel = "AGE", description = "The oldest that a signature may be, such as PT5M for five minutes; empty for what the provider accepts.")
    private @Nullable String tolerance;

    @Mixin
    private ReplyOptions reply;

    @Mixin
    private ForwardOptions forward;

    @Override
    void prepare() {
        if (newName == null && path == null && publicUrl == null && tolerance == null && !reply.areGiven()
                && !forward.areGiven()) {
            throw wrongUsage("Say what to change, such as --reply 503.");
        }
    }

    @Override
    void run(Workbench workbench, PrintWriter out) throws Problem, InterruptedException {
        Source source = name.source(workbench);
        Source changed = workbench.sources().replace(changed(source, workbench.targets()));
        out.println("Changed the source " + changed.name() + ".");
        if (!changed.judgesAs(source)) {
            RejudgeCommand.finish(workbench, changed, out, err());
        }
    }

    private Source changed(Source source, Targets targets) throws Problem {
        Source changed = source.withReply(reply.applyTo(source.reply()))
                .withForward(forward.applyTo(source.forward(), targets));
        changed = newName == null ? changed : changed.withName(newName);
        changed = path == null ? changed : changed.withPath(path);
        changed = tolerance == null ? changed : changed.withTolerance(age(tolerance));
        return publicUrl == null ? changed : changed.withPublicUrl(publicUrl);
    }

    private static Optional<Duration> age(String text) throws Problem {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw new Problem("“" + text + "” is no length of time; write it as PT5M for five minutes.", e);
        }
    }
}
