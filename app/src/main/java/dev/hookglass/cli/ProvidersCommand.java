package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Acknowledgement;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Retry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass providers}: the catalogue. It opens no data, so it works beside a running Hookglass. */
@Command(name = "providers", mixinStandardHelpOptions = true, description = "Lists the senders that Hookglass knows, or writes the file of one of them.")
final class ProvidersCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Write this provider's file, such as one of your own may begin with.")
    private @Nullable String id;

    @Option(names = "--json", description = "Print each provider as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        PrintWriter out = spec.commandLine().getOut();
        Catalogue providers = data.providers();
        if (id == null) {
            providers.all().forEach(provider -> out.println(json ? json(provider).toString() : line(provider)));
        } else if (json) {
            out.println(json(known(id, providers.find(id))));
        } else {
            out.print(known(id, providers.text(id)).utf8());
            out.flush();
        }
        for (Problem problem : providers.problems()) {
            spec.commandLine().getErr().println(problem.sentence());
        }
        return 0;
    }

    /** What was found for a provider's id, or a problem that says where to look. */
    static <T> T known(String id, Optional<T> found) throws Problem {
        return found.orElseThrow(
                () -> new Problem("There is no provider “" + id + "”; “hookglass providers” lists them all."));
    }

    private static ObjectNode json(Provider provider) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("id", provider.id())
                .put("name", provider.name())
                .put("scheme", provider.scheme().id());
        ArrayNode types = json.putArray("types");
        provider.events().stream().map(EventType::name).forEach(types::add);
        json.set("acknowledge", acknowledge(provider.acknowledgement()));
        json.set("retry", provider.retry().map(ProvidersCommand::retry).orElse(null));
        return json;
    }

    /** As provider files write it: lengths of time as ISO 8601 has them. */
    private static ObjectNode acknowledge(Acknowledgement acknowledgement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode statuses = json.putArray("status");
        acknowledgement.statuses().forEach(statuses::add);
        return json.put("within", text(acknowledgement.within()));
    }

    private static ObjectNode retry(Retry retry) {
        return JsonNodeFactory.instance.objectNode()
                .put("backoff", retry.backoff().name().toLowerCase(Locale.ROOT))
                .put("every", text(retry.every()))
                .put("for", text(retry.lasting()));
    }

    private static @Nullable String text(Optional<Duration> duration) {
        return duration.map(Duration::toString).orElse(null);
    }

    private static String line(Provider provider) {
        int types = provider.events().size();
        return String.format(Locale.ROOT, "%-28s %-40s %-26s %s", provider.id(), provider.name(),
                provider.scheme().id(),
                types == 0 ? "any event" : types + " event types");
    }
}
