package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hookglass backup}: copies the events into a ZIP file. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Copies events, deliveries and rejections into a ZIP file, but not the sources and their secrets.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
    private Path file;

    @Override
    public Integer call() throws Problem {
        try (Workbench workbench = data.open()) {
            workbench.events().upkeep().backup(file);
            return 0;
        }
    }
}
