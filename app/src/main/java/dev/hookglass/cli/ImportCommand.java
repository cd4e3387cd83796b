package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.ProviderExists;
import dev.hookglass.workbench.Imported;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass import}: events from a file, or a provider. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Reads a file, of which kind is told by its content. Events (JSON lines that Hookglass exported, or HAR of a browser or proxy) are stored as new ones and judged by the time they were received; an AsyncAPI document (2.x or 3.x, YAML or JSON) becomes a provider of your own.")
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--replace", description = "Put the AsyncAPI document in the place of the provider that has its id.")
    private boolean replace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        if (!Files.isReadable(file)) {
            throw new Problem(file + " cannot be read; check the name.");
        }
        try (Workbench workbench = data.open()) {
            tell(workbench.importing().importAny(file, replace, _ -> {}));
            return 0;
        } catch (ProviderExists e) {
            throw new Problem(e.sentence() + " Import it with --replace to put this document in its place.", e);
        }
    }

    private void tell(Imported imported) {
        PrintWriter out = spec.commandLine().getOut();
        switch (imported) {
            case Imported.Events events -> out.println("Imported " + counted(events.count(), "event") + ".");
            case Imported.Document document -> {
                Provider provider = document.provider();
                out.println("Imported " + provider.name() + " as the provider “" + provider.id() + "”: "
                        + counted(document.messages(), "message") + " in " + counted(document.channels(), "channel")
                        + ", " + counted(provider.events().size(), "event type") + "; signature: "
                        + provider.scheme().id() + ".");
                document.notes().forEach(out::println);
            }
        }
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
