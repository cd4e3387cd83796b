package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import picocli.CommandLine.Parameters;

/** The name of the source that a command is about. */
final class SourceName {
    @Parameters(index = "0", paramLabel = "NAME", description = "The source's name.")
    private String name;

    Source source(Workbench workbench) throws Problem {
        return workbench.sources().find(name)
                .orElseThrow(() -> new Problem("There is no source named “" + name
                        + "”; “hookglass source list” lists them."));
    }
}
