package dev.hookglass.cli;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.export.EventJson;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
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
    public Integer call() throws Problem, IOException {
        try (Workbench workbench = data.open()) {
            CapturedEvent event = workbench.events().find(id)
                    .orElseThrow(() -> new Problem("There is no event " + id + "; “hookglass events” lists them."));
            if (!event.isIntact()) {
                spec.commandLine().getErr()
                        .println("The body of event " + id + " is not the one that was received: the file is damaged.");
            }
            print(event, workbench);
            return event.isIntact() ? 0 : CommandLineInterface.FAILED;
        }
    }

    private void print(CapturedEvent event, Workbench workbench) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (form != null && form.json) {
            out.println(EventJson.whole(event.summary(), workbench.sources().nameOf(event.summary().sourceId()),
                    event.request().headers(), event.body()));
        } else if (form != null && form.head) {
            write(event.head());
        } else if (form != null && form.body) {
            write(event.body());
        } else {
            out.println(EventLine.of(event.summary(), workbench.sources()));
            out.println(
                    EventLine.glyph(event.summary().verdict().outcome()) + " " + event.summary().verdict().reason());
            out.println();
            write(event.head());
            write(event.body());
            out.println();
        }
    }

    private void write(Bytes bytes) throws IOException {
        hookglass.out().write(bytes.array());
        hookglass.out().flush();
    }
}
