package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookglass pin}: keeps events however old they get. */
@Command(name = "pin", mixinStandardHelpOptions = true, description = "Keeps events when old ones go; is:pinned finds them.")
final class PinCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The events' ids.")
    private List<Long> ids;

    @Option(names = "--off", description = "Let them go again.")
    private boolean off;

    @Override
    public Integer call() throws Problem {
        try (Workbench workbench = data.open()) {
            requireAll(workbench, ids);
            workbench.events().pin(ids, !off);
            return 0;
        }
    }

    /** Makes sure that there are all these events, before any is changed. */
    static void requireAll(Workbench workbench, List<Long> ids) throws Problem {
        for (long id : ids) {
            if (workbench.events().find(id).isEmpty()) {
                throw new Problem("There is no event " + id + "; nothing was changed.");
            }
        }
    }
}
