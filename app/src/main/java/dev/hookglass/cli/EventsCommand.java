package dev.hookglass.cli;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.EventJson;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hookglass events}: what was captured, newest first. */
@Command(name = "events", mixinStandardHelpOptions = true, description = "Lists captured events, newest first.")
final class EventsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--filter", paramLabel = "F", defaultValue = "", description = "As in the window: type: verdict: source: method: path: reply: size: is:, a minus for not, free"
            + " text.")
    private String filter;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print each event as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The event of that number, or a problem that says where to look. */
    static CapturedEvent find(Workbench workbench, long id) throws Problem {
        return workbench.events().find(id)
                .orElseThrow(() -> new Problem("There is no event " + id + "; “hookglass events” lists them."));
    }

    @Override
    public Integer call() throws Problem, FilterException {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench workbench = data.open()) {
            FilterParser parser = new FilterParser(workbench.sources()::idsNamed);
            for (EventSummary event : workbench.events().older(parser.parse(filter), Long.MAX_VALUE, limit)) {
                out.println(json
                        ? EventJson.of(event, workbench.sources().nameOf(event.sourceId())).toString()
                        : EventLine.of(event, workbench.sources()));
            }
            return 0;
        }
    }
}
