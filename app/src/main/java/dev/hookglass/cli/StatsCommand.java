package dev.hookglass.cli;

import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Tally;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass stats}: how much was received, and what became of it. */
@Command(name = "stats", mixinStandardHelpOptions = true, description = "Counts what was received, stored and rejected.")
final class StatsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        try (Workbench workbench = data.open()) {
            long stored = workbench.events().tallies().stream().mapToLong(Tally::events).sum();
            long bytes = workbench.events().tallies().stream().mapToLong(Tally::bytes).sum();
            Map<Reason, Long> rejections = workbench.events().rejections();
            long rejected = rejections.values().stream().mapToLong(Long::longValue).sum();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(stored, rejected, rejections, bytes, workbench.events().size()));
            } else {
                out.println("received  " + (stored + rejected));
                out.println("stored    " + stored + " (" + bytes + " bytes in bodies, " + workbench.events().size()
                        + " on disk)");
                out.println("rejected  " + rejected);
                rejections.forEach((reason, count) -> out.println("  " + reason.word() + "  " + count));
            }
            return 0;
        }
    }

    private static ObjectNode json(long stored, long rejected, Map<Reason, Long> rejections, long bytes, long onDisk) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("received", stored + rejected).put("stored",
                stored);
        ObjectNode reasons = json.putObject("rejected");
        rejections.forEach((reason, count) -> reasons.put(reason.word(), count));
        return json.put("bodyBytes", bytes).put("fileBytes", onDisk);
    }
}
