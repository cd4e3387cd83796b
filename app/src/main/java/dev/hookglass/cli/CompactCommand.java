package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hookglass compact}: writes the database anew without its gaps. */
@Command(name = "compact", mixinStandardHelpOptions = true, description = "Makes the event database small.")
final class CompactCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        try (Workbench workbench = data.open()) {
            long before = workbench.events().size();
            workbench.events().upkeep().compact();
            spec.commandLine().getOut().println(EventLine.size(before) + " before, "
                    + EventLine.size(workbench.events().size()) + " after.");
            return 0;
        }
    }
}
