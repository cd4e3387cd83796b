package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.target.Targets;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hookglass source change}. */
@Command(name = "change", mixinStandardHelpOptions = true, description = "Changes a source; what is not given stays as it is.")
final class ChangeSourceCommand extends FolderCommand {
    @Mixin
    private SourceName name;

    @Option(names = "--name", paramLabel = "NAME", description = "Another name.")
    private @Nullable String newName;

    @Option(names = "--path", paramLabel = "/PATH", description = "Another path.")
    private @Nullable String path;

    @Option(names = "--public-url", paramLabel = "URL", description = "Where the sender sends to, if that is a tunnel; empty for none.")
    private @Nullable String publicUrl;

    @Mixin
    private ReplyOptions reply;

    @Mixin
    private ForwardOptions forward;

    @Override
    void prepare() {
        if (newName == null && path == null && publicUrl == null && !reply.areGiven() && !forward.areGiven()) {
            throw wrongUsage("Say what to change, such as --reply 503.");
        }
    }

    @Override
    void run(Workbench workbench, PrintWriter out) throws Problem {
        Source source = name.source(workbench);
        Source changed = workbench.sources().replace(changed(source, workbench.targets()));
        out.println("Changed the source " + changed.name() + ".");
    }

    private Source changed(Source source, Targets targets) throws Problem {
        Source changed = source.withReply(reply.applyTo(source.reply()))
                .withForward(forward.applyTo(source.forward(), targets));
        changed = newName == null ? changed : changed.withName(newName);
        changed = path == null ? changed : changed.withPath(path);
        return publicUrl == null ? changed : changed.withPublicUrl(publicUrl);
    }
}
