package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.settings.StorageSettings;
import dev.hookglass.store.Retention;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code hookglass settings}: changes what is asked for, then prints all. */
@Command(name = "settings", mixinStandardHelpOptions = true, description = "Changes how events are kept, and prints it.")
final class SettingsCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kKmMgG]?)[bB]?");

    @Mixin
    private DataOption data;

    @Option(names = "--power-safe", arity = "1", paramLabel = "true|false", description = "Whether to acknowledge an event only once the disk has it.")
    private @Nullable Boolean powerSafe;

    @Option(names = "--keep-events", paramLabel = "N", description = "Keep N events at most; when there are more, the oldest go, but for pinned ones. 0: all.")
    private @Nullable Long events;

    @Option(names = "--keep-size", paramLabel = "SIZE", description = "Keep bodies of so many bytes together, such as 500m or 2g; 0: all.")
    private @Nullable String size;

    @Option(names = "--keep-days", paramLabel = "N", description = "Keep the events of the last N days; 0: all.")
    private @Nullable Integer days;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        Long bytes = size == null ? null : Long.valueOf(bytes(size));
        if ((events != null && events < 0) || (days != null && days < 0)) {
            throw new ParameterException(spec.commandLine(), "A limit is 0 or more.");
        }
        try (Workbench workbench = data.open()) {
            workbench.settings().change(settings -> settings.withStorage(changed(settings.storage(), bytes)));
            print(workbench.settings().get().storage());
            return 0;
        }
    }

    private StorageSettings changed(StorageSettings storage, @Nullable Long bytes) {
        Retention kept = storage.retention();
        return storage.withPowerSafe(powerSafe == null ? storage.powerSafe() : powerSafe)
                .withRetention(
                        new Retention(events == null ? kept.events() : events, bytes == null ? kept.bytes() : bytes,
                                days == null ? kept.days() : days));
    }

    private long bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new ParameterException(spec.commandLine(), "“" + text + "” is not a size such as 500m or 2g.");
        }
        long unit = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            case "g" -> 1_000_000_000;
            default -> 1;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    private void print(StorageSettings storage) {
        PrintWriter out = spec.commandLine().getOut();
        Retention kept = storage.retention();
        if (json) {
            out.println(JsonNodeFactory.instance.objectNode()
                    .put("powerSafe", storage.powerSafe())
                    .put("keepEvents", kept.events())
                    .put("keepBytes", kept.bytes())
                    .put("keepDays", kept.days()));
        } else {
            out.println("power-safe   " + storage.powerSafe());
            out.println("keep-events  " + limit(kept.events()));
            out.println("keep-size    " + limit(kept.bytes()));
            out.println("keep-days    " + limit(kept.days()));
        }
    }

    private static String limit(long number) {
        return number == 0 ? "all" : Long.toString(number);
    }
}
