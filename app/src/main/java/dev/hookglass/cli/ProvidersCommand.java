package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code hookglass providers}: the catalogue. It opens no data, so it works beside a running Hookglass. */
@Command(name = "providers", mixinStandardHelpOptions = true, description = "Lists the senders that Hookglass knows.")
final class ProvidersCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "Print each provider as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Catalogue providers = Catalogue.load(data.path().resolve("providers"));
        for (Provider provider : providers.all()) {
            out.println(json ? json(provider).toString() : line(provider));
        }
        for (Problem problem : providers.problems()) {
            spec.commandLine().getErr().println(problem.sentence());
        }
        return 0;
    }

    private static ObjectNode json(Provider provider) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("id", provider.id())
                .put("name", provider.name())
                .put("scheme", provider.scheme().id());
        ArrayNode types = json.putArray("types");
        provider.events().stream().map(EventType::name).forEach(types::add);
        return json;
    }

    private static String line(Provider provider) {
        int types = provider.events().size();
        return String.format(Locale.ROOT, "%-28s %-40s %-26s %s", provider.id(), provider.name(),
                provider.scheme().id(),
                types == 0 ? "any event" : types + " event types");
    }
}
