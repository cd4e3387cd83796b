package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.ClosedFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass restore}: puts the events of a backup in the place of the present ones. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Puts the events of a backup in the place of the present ones, which are set aside.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FILE", description = "What “hookglass backup” wrote.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        ClosedFolder.repair(data.path(), salvage -> salvage.restore(file))
                .ifPresent(aside -> spec.commandLine().getOut().println("The events until now are in " + aside + "."));
        return 0;
    }
}
