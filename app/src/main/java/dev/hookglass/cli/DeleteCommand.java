package dev.hookglass.cli;

import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Deletion;
import dev.hookglass.store.Deletions;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass delete}: takes events away for good, with their deliveries. */
@Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes events with their deliveries, for good.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Spec
    private CommandSpec spec;

    /** Which events. */
    static final class Which {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "These, pinned ones as well.")
        private @Nullable List<Long> ids;

        @Option(names = "--filter", paramLabel = "F", description = "All that pass a filter, but for pinned ones.")
        private @Nullable String filter;

        @Option(names = "--all", description = "All but pinned ones.")
        private boolean all;
    }

    @Override
    public Integer call() throws Problem, FilterException {
        try (Workbench workbench = data.open()) {
            Deletions deletions = workbench.events().deletions();
            EventFilter filter = which.all || which.filter == null
                    ? EventFilter.ALL
                    : new FilterParser(workbench.sources()::idsNamed).parse(which.filter);
            Deletion deletion = which.ids != null
                    ? deletions.delete(which.ids)
                    : deletions.deleteAll(filter, _ -> {});
            deletions.purge(deletion);
            spec.commandLine().getOut().println(
                    deletion.events() == 1 ? "Deleted 1 event." : "Deleted " + deletion.events() + " events.");
            return 0;
        }
    }
}
