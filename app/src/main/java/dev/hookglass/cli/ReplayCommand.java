package dev.hookglass.cli;

import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass replay}: sends captured events again, in the order named. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Sends captured events again, byte for byte.")
final class ReplayCommand implements Callable<Integer> {
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(10);

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The events' numbers.")
    private List<Long> ids;

    @Option(names = "--to", paramLabel = "URL", required = true, description = "Where to send them.")
    private String to;

    @Option(names = "--resign", description = "Sign anew with the source's first valid secret instead of keeping the signature.")
    private boolean resign;

    @Option(names = "--json", description = "Print each outcome as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        TargetUrl target = TargetUrl.parse(to);
        try (Workbench workbench = data.open()) {
            List<Replay> replays = new ArrayList<>();
            for (long id : ids) {
                replays.add(replay(workbench, id, target));
            }
            AttemptPrinter printer = new AttemptPrinter(spec.commandLine().getOut(), json);
            boolean answered = true;
            for (int i = 0; i < replays.size(); i++) {
                answered &= printer
                        .print(workbench.deliveries().deliver(replays.get(i).request(), OptionalLong.of(ids.get(i))));
            }
            return answered ? 0 : CommandLineInterface.FAILED;
        }
    }

    private Replay replay(Workbench workbench, long id, TargetUrl target) throws Problem {
        CapturedEvent event = workbench.events().find(id)
                .orElseThrow(() -> new Problem("There is no event " + id + "; “hookglass events” lists them."));
        Replay replay = Replay.of(event, target);
        return resign ? signedAnew(workbench, event, replay) : replay;
    }

    private static Replay signedAnew(Workbench workbench, CapturedEvent event, Replay replay) throws Problem {
        Scheme scheme = workbench.providers().find(event.summary().provider()).map(Provider::scheme)
                .orElseThrow(
                        () -> new Problem("The provider “" + event.summary().provider() + "” is not there any more."));
        workbench.sources().awaitSecrets(TO_READ_SECRETS);
        Instant now = Instant.now();
        Secret secret = workbench.sources().find(event.summary().sourceId())
                .flatMap(source -> source.signingSecret(scheme, now))
                .orElseThrow(() -> new Problem("The source of event " + event.id() + " has no secret to sign with."));
        Optional<String> objection = scheme.signingObjection(secret);
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        return replay.signedAnew(scheme, secret, now);
    }
}
