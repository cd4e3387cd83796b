package dev.hookglass.cli;

import dev.hookglass.export.ExportFormat;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import dev.hookglass.workbench.Workbench;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hookglass export}: events for other tools. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes events for other tools, the oldest first. Headers that carry secrets are redacted unless asked for.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", completionCandidates = Formats.class, description = "One of ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(names = "--filter", paramLabel = "F", defaultValue = "", description = "Which events, as in “hookglass events”; left out: all.")
    private String filter;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file, which must not be there yet; left out: to standard output.")
    private @Nullable Path output;

    @Option(names = "--with-secrets", description = "Write headers that carry secrets as they came.")
    private boolean withSecrets;

    @ParentCommand
    private HookglassCommand hookglass;

    @Spec
    private CommandSpec spec;

    /** The words that --format takes. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).iterator();
        }
    }

    @Override
    public Integer call() throws Problem, FilterException {
        ExportFormat chosen = ExportFormat.of(format)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "“" + format
                        + "” is not a format; use one of " + String.join(", ", new Formats()) + "."));
        try (Workbench workbench = data.open()) {
            EventFilter wanted = new FilterParser(workbench.sources()::idsNamed).parse(filter);
            try {
                long written = workbench.exporting().write(wanted, chosen, withSecrets, open(), _ -> {});
                if (output != null) {
                    spec.commandLine().getErr().println(written + " events written to " + output + ".");
                }
            } catch (IOException e) {
                throw new Problem("The export could not be written whole (" + e.getMessage() + ").", e);
            }
        }
        return 0;
    }

    private OutputStream open() throws Problem, IOException {
        if (output == null) {
            return new BufferedOutputStream(new FilterOutputStream(hookglass.out()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    // Standard output goes on after the export.
                    flush();
                }
            });
        }
        if (Files.exists(output)) {
            throw new Problem(output + " is there already; name another file, or remove it first.");
        }
        return new BufferedOutputStream(OwnerOnly.create(output));
    }
}
