package dev.hookglass.cli;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.export.EventJson;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Detection;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Examining;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass show}: one event. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one event.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "ID", description = "The event's number.")
    private long id;

    @ArgGroup
    private @Nullable Form form;

    @ParentCommand
    private HookglassCommand hookglass;

    @Spec
    private CommandSpec spec;

    /** One of these. */
    static final class Form {
        @Option(names = "--json", description = "Print the event as one JSON object.")
        private boolean json;

        @Option(names = "--head", description = "Write the exact bytes of the request line and headers.")
        private boolean head;

        @Option(names = "--body", description = "Write the exact bytes of the body.")
        private boolean body;
    }

    @Override
    public Integer call() throws Problem, IOException, InterruptedException {
        try (Workbench workbench = data.open()) {
            CapturedEvent event = EventsCommand.find(workbench, id);
            if (!event.isIntact()) {
                spec.commandLine().getErr()
                        .println("The body of event " + id + " is not the one that was received: the file is damaged.");
            }
            print(event, workbench);
            return event.isIntact() ? 0 : CommandLineInterface.FAILED;
        }
    }

    private void print(CapturedEvent event, Workbench workbench) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (form != null && form.json) {
            ObjectNode whole = EventJson.whole(event.summary(),
                    workbench.sources().nameOf(event.summary().sourceId()), event.request().headers(), event.body());
            if (event.summary().sourceId() == Source.INBOX.id()) {
                ArrayNode looksLike = whole.putArray("looksLike");
                candidates(event, workbench).forEach(provider -> looksLike.add(provider.id()));
            }
            whole.put("delivered", delivered(event.summary(), workbench).orElse(null));
            out.println(whole.set("verification", VerificationJson.of(examination(event, workbench))));
        } else if (form != null && form.head) {
            write(event.head());
        } else if (form != null && form.body) {
            write(event.body());
        } else {
            out.println(EventLine.of(event.summary(), workbench.sources()));
            out.println(
                    EventLine.glyph(event.summary().verdict().outcome()) + " " + event.summary().verdict().reason());
            event.summary().answer().ifPresent(answer -> out.println(AnswerLine.of(answer)));
            MarkLine.of(event.summary().marks()).ifPresent(out::println);
            examination(event, workbench).diagnosis().ifPresent(
                    diagnosis -> out.println(EventLine.printable("→ " + diagnosis.words())));
            if (event.summary().sourceId() == Source.INBOX.id()) {
                candidates(event, workbench).forEach(provider -> out.println("Looks like " + provider.name()
                        + " (--provider " + provider.id() + ")."));
            }
            out.println();
            write(event.head());
            write(event.body());
            out.println();
        }
    }

    private static Examination examination(CapturedEvent event, Workbench workbench) throws InterruptedException {
        return Examining.examine(workbench, event);
    }

    private static List<Provider> candidates(CapturedEvent event, Workbench workbench) {
        return new Detection(workbench.providers()).candidates(event.request(), event.body());
    }

    private static Optional<Boolean> delivered(EventSummary event, Workbench workbench) {
        return workbench.providers().find(event.provider())
                .flatMap(provider -> event.answer().flatMap(provider::isDelivered));
    }

    private void write(Bytes bytes) throws IOException {
        hookglass.out().write(bytes.array());
        hookglass.out().flush();
    }
}
