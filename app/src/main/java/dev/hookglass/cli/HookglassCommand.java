package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hookglass} without a command: the window. */
@Command(name = "hookglass", mixinStandardHelpOptions = true, versionProvider = HookglassCommand.Version.class, description = "Receives, keeps, judges, shows and sends webhooks. Without a command: the window.")
final class HookglassCommand implements Callable<Integer> {
    private final Window window;
    private final OutputStream out;

    @Mixin
    private DataOption data;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (default: the one chosen last, at first "
            + ReceiverSettings.DEFAULT_PORT + ").")
    private @Nullable Integer port;

    @Spec
    private CommandSpec spec;

    HookglassCommand(Window window, OutputStream out) {
        this.window = window;
        this.out = out;
    }

    /** Where bytes go that must not pass through a charset. */
    OutputStream out() {
        return out;
    }

    @Override
    public Integer call() throws Problem {
        window.open(data.path(), port == null
                ? OptionalInt.empty()
                : OptionalInt.of(Ports.require(port, spec.commandLine())));
        return 0;
    }

    /** The version as Maven wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HookglassCommand.class.getPackage().getImplementationVersion();
            return new String[]{"hookglass " + (version == null ? "(not packaged)" : version)};
        }
    }
}
