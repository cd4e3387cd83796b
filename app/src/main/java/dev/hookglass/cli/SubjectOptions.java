package dev.hookglass.cli;

import dev.hookglass.check.Subject;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is sent, where to, and with which secret: a sample of a provider, or a captured event. */
final class SubjectOptions {
    @ArgGroup(multiplicity = "1")
    private Choice choice;

    @Option(names = "--type", paramLabel = "T", description = "The event type of the sample; left out: the provider's first.")
    private @Nullable String type;

    @Mixin
    private SecretOptions secrets;

    @Mixin
    private TargetOptions to;

    /** One of the two. */
    static final class Choice {
        @Option(names = "--provider", paramLabel = "ID", description = "A sample of this kind of sender; “hookglass providers” lists them.")
        private @Nullable String provider;

        @Option(names = "--event", paramLabel = "N", description = "This captured event; signed with its source's secret if no other is given.")
        private @Nullable Long event;
    }

    /** Where to send. */
    TargetOptions to() {
        return to;
    }

    /** The captured event that is sent; empty for a sample. */
    OptionalLong eventId() {
        return choice.event == null ? OptionalLong.empty() : OptionalLong.of(choice.event);
    }

    /** The subject, addressed to the endpoint. */
    Subject subject(DataOption data) throws Problem {
        Destination target = to.destination(data.targets());
        return subject(data, target.url()).sent(target::carrying);
    }

    private Subject subject(DataOption data, TargetUrl target) throws Problem {
        List<Secret> given = secrets.secrets();
        if (choice.event == null) {
            String id = String.valueOf(choice.provider);
            return ofSample(ProvidersCommand.known(id, data.providers().find(id)), type, given, target);
        }
        try (Workbench workbench = data.open()) {
            return ofEvent(workbench, choice.event, given, target);
        }
    }

    private static Subject ofSample(Provider sender, @Nullable String typeName, List<Secret> secrets,
            TargetUrl target) throws Problem {
        EventType type = (typeName == null ? sender.events().stream().findFirst() : sender.event(typeName))
                .orElseThrow(() -> new Problem(typeName == null
                        ? sender.name() + " has no event types of which a sample could be made."
                        : sender.name() + " has no event type “" + typeName
                                + "”; “hookglass providers --json” lists them all."));
        return Subject.ofSample(sender, type, given(sender, secrets), target);
    }

    private static Subject ofEvent(Workbench workbench, long id, List<Secret> given, TargetUrl target)
            throws Problem {
        CapturedEvent found = EventsCommand.find(workbench, id);
        String provider = found.summary().provider();
        Provider sender = ProvidersCommand.known(provider, workbench.providers().find(provider));
        List<Secret> known = workbench.sources().find(found.summary().sourceId()).map(Source::secrets)
                .orElse(List.of());
        List<Secret> secrets = Stream.concat(given.stream(), known.stream()).toList();
        return Subject.ofEvent(found, sender, given(sender, secrets), target)
                .signedFor(workbench.signedUrl(target));
    }

    private static List<Secret> given(Provider sender, List<Secret> secrets) throws Problem {
        if (sender.scheme().needsSecret() && secrets.isEmpty()) {
            throw new Problem(
                    "Signing needs the secret that the endpoint knows; give it with --secret-file, --secret or"
                            + " HOOKGLASS_SECRET.");
        }
        return secrets;
    }
}
