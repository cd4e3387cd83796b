package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass import}: events from a file. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Reads events from a file: JSON lines that Hookglass exported, or HAR of a browser or proxy. Each is stored as a new event and judged by the time it was received.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        if (!Files.isReadable(file)) {
            throw new Problem(file + " cannot be read; check the name.");
        }
        try (Workbench workbench = data.open()) {
            long stored = workbench.importing().read(file, _ -> {});
            spec.commandLine().getOut().println("Imported " + stored + (stored == 1 ? " event." : " events."));
            return 0;
        }
    }
}
