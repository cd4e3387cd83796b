package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that opens a data folder, does something in it and closes it again. */
abstract class FolderCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws Problem, InterruptedException {
        prepare();
        try (Workbench workbench = data.open()) {
            run(workbench, spec.commandLine().getOut());
            return 0;
        }
    }

    /**
     * What comes before the folder is opened.
     *
     * @throws Problem if something that was given cannot be used
     */
    void prepare() throws Problem {}

    /** Does it. */
    abstract void run(Workbench workbench, PrintWriter out) throws Problem, InterruptedException;

    /** Where is told what is no result. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
