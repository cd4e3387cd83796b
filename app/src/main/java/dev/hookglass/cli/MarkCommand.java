package dev.hookglass.cli;

import dev.hookglass.event.Colour;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.MarkTable;
import dev.hookglass.workbench.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass mark}: a colour, tags and a note for events. */
@Command(name = "mark", mixinStandardHelpOptions = true, description = "Marks events with a colour, tags or a note; colour:, tag: and note: find them.")
final class MarkCommand implements Callable<Integer> {
    private static final String NO_COLOUR = "none";

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The events' ids.")
    private List<Long> ids;

    @Option(names = "--colour", paramLabel = "C", description = "red, orange, yellow, green, blue or purple; none takes it away.")
    private @Nullable String colour;

    @Option(names = "--tag", paramLabel = "T", description = "Adds a tag, one word.")
    private List<String> tags = List.of();

    @Option(names = "--untag", paramLabel = "T", description = "Takes a tag away.")
    private List<String> untags = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Writes a note, in place of the one there; '' takes it away.")
    private @Nullable String note;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        if (colour == null && note == null && tags.isEmpty() && untags.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "Nothing to mark with: name a --colour, a --tag, an --untag or a --note.");
        }
        Optional<Colour> chosen = colour == null ? Optional.empty() : Colour.named(colour);
        if (colour != null && chosen.isEmpty() && !colour.equalsIgnoreCase(NO_COLOUR)) {
            throw new Problem("There is no colour “" + colour + "”; use "
                    + Arrays.stream(Colour.values()).map(Colour::word).collect(Collectors.joining(", ")) + " or none.");
        }
        try (Workbench workbench = data.open()) {
            PinCommand.requireAll(workbench, ids);
            mark(workbench.events().marks(), chosen);
            return 0;
        }
    }

    private void mark(MarkTable marks, Optional<Colour> chosen) throws Problem {
        for (String tag : tags) {
            marks.tag(ids, tag);
        }
        for (String tag : untags) {
            marks.untag(ids, tag);
        }
        if (note != null) {
            marks.setNote(ids, note);
        }
        if (colour != null) {
            marks.setColour(ids, chosen);
        }
    }
}
