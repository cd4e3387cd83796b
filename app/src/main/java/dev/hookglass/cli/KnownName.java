package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.target.Target;
import dev.hookglass.workbench.Workbench;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The name of the source or the saved target that a command is about. */
final class KnownName {
    @Parameters(index = "0", paramLabel = "NAME", description = "What you called it.")
    private String name;

    Source source(Workbench workbench) throws Problem {
        return known("source", workbench.sources().find(name));
    }

    Target target(Workbench workbench) throws Problem {
        return known("target", workbench.targets().find(name));
    }

    private <T> T known(String kind, Optional<T> found) throws Problem {
        return found.orElseThrow(() -> new Problem("There is no " + kind + " named “" + name + "”; “hookglass " + kind
                + " list” lists them."));
    }
}
