package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.workbench.Workbench;
import picocli.CommandLine.Parameters;

/** The name of the saved target that a command is about. */
final class TargetName {
    @Parameters(index = "0", paramLabel = "NAME", description = "The target's name.")
    private String name;

    Target target(Workbench workbench) throws Problem {
        return workbench.targets().find(name)
                .orElseThrow(() -> new Problem("There is no target named “" + name
                        + "”; “hookglass target list” lists them."));
    }
}
