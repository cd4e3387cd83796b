package dev.hookglass.cli;

import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.Tally;
import dev.hookglass.workbench.MaskedRejections;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass stats}: how much was received, and what became of it. */
@Command(name = "stats", mixinStandardHelpOptions = true, description = "Counts what was received, stored and rejected, and lists the last rejections.")
final class StatsCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_START = 80;

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
            List<Rejection> last = MaskedRejections.newest(workbench, MOST_LISTED);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(stored, rejected, rejections, bytes, workbench.events().size())
                        .set("lastRejections", json(last)));
            } else {
                out.println("received  " + (stored + rejected));
                out.println("stored    " + stored + " (" + EventLine.size(bytes) + " in bodies, "
                        + EventLine.size(workbench.events().size()) + " on disk)");
                out.println("rejected  " + rejected);
                rejections.forEach((reason, count) -> out.println("  " + reason.word() + "  " + count));
                last.forEach(each -> out.println(line(each)));
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

    private static String line(Rejection rejection) {
        String start = rejection.firstText();
        return EventLine.TIME.format(rejection.rejectedAt()) + "  " + rejection.remote() + "  "
                + rejection.reason().word() + ": " + EventLine.printable(rejection.detail())
                + (start.isEmpty() ? "" : "  " + start.substring(0, Math.min(start.length(), LONGEST_START)));
    }

    private static ArrayNode json(List<Rejection> last) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Rejection each : last) {
            list.addObject().put("rejectedAt", each.rejectedAt().toString()).put("remote", each.remote())
                    .put("reason", each.reason().word()).put("detail", each.detail()).put("start", each.firstText());
        }
        return list;
    }
}
