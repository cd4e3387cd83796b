package dev.hookglass.cli;

import dev.hookglass.check.Subject;
import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Replay;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is sent: a sample of a provider, or a captured event. One of the two. */
final class SubjectOptions {
    @Option(names = "--provider", paramLabel = "ID", description = "A sample of this kind of sender; “hookglass providers” lists them.")
    private @Nullable String provider;

    @Option(names = "--event", paramLabel = "N", description = "This captured event; signed with its source's secret if no other is given.")
    private @Nullable Long event;

    /** The captured event that is sent; empty for a sample. */
    OptionalLong eventId() {
        return event == null ? OptionalLong.empty() : OptionalLong.of(event);
    }

    /** The subject, addressed to a target. */
    Subject subject(DataOption data, @Nullable String type, List<Secret> secrets, Destination target) throws Problem {
        if (event == null) {
            return ofSample(find(Catalogue.load(data.path().resolve("providers")), String.valueOf(provider)), type,
                    secrets, target);
        }
        try (Workbench workbench = data.open()) {
            return ofEvent(workbench, event, secrets, target);
        }
    }

    private static Subject ofSample(Provider sender, @Nullable String typeName, List<Secret> secrets,
            Destination target) throws Problem {
        EventType type = (typeName == null ? sender.events().stream().findFirst() : sender.event(typeName))
                .orElseThrow(() -> new Problem(typeName == null
                        ? sender.name() + " has no event types of which a sample could be made."
                        : sender.name() + " has no event type “" + typeName
                                + "”; “hookglass providers --json” lists them all."));
        OutboundRequest request = target.carrying(Composition.request(Samples.headers(sender, type),
                Samples.body(sender, type, 1), target.url()));
        return new Subject(sender, Optional.of(type), usable(sender, secrets), request, Optional.empty());
    }

    private static Subject ofEvent(Workbench workbench, long id, List<Secret> given, Destination target)
            throws Problem {
        CapturedEvent found = workbench.events().find(id)
                .orElseThrow(() -> new Problem("There is no event " + id + "; “hookglass events” lists them."));
        Provider sender = find(workbench.providers(), found.summary().provider());
        List<Secret> known = workbench.sources().find(found.summary().sourceId()).map(Source::secrets)
                .orElse(List.of());
        String type = found.summary().type();
        OutboundRequest request = target.carrying(Replay.of(found, target.url()).request());
        return new Subject(sender, type == null ? Optional.empty() : sender.event(type),
                usable(sender, Stream.concat(given.stream(), known.stream()).toList()), request, Optional.of(request));
    }

    private static Provider find(Catalogue providers, String id) throws Problem {
        return providers.find(id)
                .orElseThrow(() -> new Problem(
                        "There is no provider “" + id + "”; “hookglass providers” lists them all."));
    }

    private static Secret usable(Provider sender, List<Secret> secrets) throws Problem {
        if (!sender.scheme().needsSecret()) {
            return new Secret("", "");
        }
        if (secrets.isEmpty()) {
            throw new Problem(
                    "Signing needs the secret that the endpoint knows; give it with --secret-file, --secret or"
                            + " HOOKGLASS_SECRET.");
        }
        Secret secret = secrets.getFirst();
        Optional<String> objection = sender.objection(secret.text()).or(() -> sender.scheme().signingObjection(secret));
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        return secret;
    }
}
