package dev.hookglass.cli;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.folder.FolderInUse;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Targets;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hookglass send}: a composed event, signed as its provider would. */
@Command(name = "send", mixinStandardHelpOptions = true, description = "Sends a sample event, signed as its provider would.")
final class SendCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Option(names = "--provider", paramLabel = "ID", required = true, description = "The kind of sender; “hookglass providers” lists them.")
    private String provider;

    @Option(names = "--type", paramLabel = "T", required = true, description = "The event type.")
    private String type;

    @Mixin
    private SecretOptions secrets;

    @Mixin
    private TargetOptions to;

    @Option(names = "--public-url", paramLabel = "U", description = "The URL to sign for where it is another than --to, because a tunnel is in front.")
    private @Nullable String publicUrl;

    @Option(names = "--items", paramLabel = "N", defaultValue = "1", description = "How many events to put into one request, where the provider sends batches.")
    private int items;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another number gives another sample (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--variants", paramLabel = "N", defaultValue = "1", description = "Send so many requests one after the other, each with another sample.")
    private int variants;

    @Option(names = "--json", description = "Print the outcome as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        Destination target = to.destination(data.targets());
        Provider sender = ProvidersCommand.known(provider, data.providers().find(provider));
        EventType event = sender.event(type)
                .orElseThrow(() -> new Problem(sender.name() + " has no event type “" + type
                        + "”; “hookglass providers --json” lists them all."));
        if (variants < 1) {
            throw new Problem("At least one request must be sent; leave --variants out, or give a number from 1 on.");
        }
        List<OutboundRequest> requests = new ArrayList<>();
        for (int i = 0; i < variants; i++) {
            // Events of one batch have seeds that follow each other.
            requests.add(target.carrying(compose(sender, event, target.url(), seed + (long) i * items)));
        }
        return deliver(requests) ? 0 : CommandLineInterface.FAILED;
    }

    private OutboundRequest compose(Provider sender, EventType event, TargetUrl target, long number) throws Problem {
        List<Header> headers = Samples.headers(sender, event);
        Bytes body = body(sender, event, number);
        Optional<Secret> secret = secrets.secrets().stream().findFirst();
        if (secret.isEmpty()) {
            return Composition.request(headers, body, target);
        }
        Optional<String> objection = sender.objection(secret.get().text())
                .or(() -> sender.scheme().signingObjection(secret.get()));
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        Signer signer = new Signer(sender.scheme(), secret.get(), Instant.now());
        return Composition.signed(headers, body, target, publicUrl == null ? signer : signer.forUrl(publicUrl));
    }

    private Bytes body(Provider sender, EventType event, long number) throws Problem {
        if (sender.batch().isEmpty()) {
            if (items != 1) {
                throw new Problem(sender.name() + " sends one event in a request; leave --items out.");
            }
            return Samples.body(sender, event, number);
        }
        int most = sender.batch().get().max();
        if (items < 1 || items > most) {
            throw new Problem(sender.name() + " sends 1 to " + most + " events in a request.");
        }
        return Samples.batch(sender, event, items, number);
    }

    /** A sample needs no history, so it is sent even while another Hookglass has the folder; only its record is missing. */
    private boolean deliver(List<OutboundRequest> requests) throws Problem {
        try (Workbench workbench = data.open()) {
            to.allowIn(workbench.targets());
            return deliver(requests,
                    request -> workbench.deliveries().deliver(request, OptionalLong.empty()).outcome());
        } catch (FolderInUse e) {
            spec.commandLine().getErr()
                    .println("The outcome is not kept, because another Hookglass has the data folder open.");
            Targets targets = data.targets();
            to.allowIn(targets);
            try (Sender sender = new Sender(SenderLimits.DEFAULT, targets)) {
                return deliver(requests, sender::send);
            }
        }
    }

    private interface Way {
        Outcome send(OutboundRequest request) throws Problem;
    }

    /** Whether all of them were answered. */
    private boolean deliver(List<OutboundRequest> requests, Way way) throws Problem {
        AttemptPrinter printer = new AttemptPrinter(spec.commandLine().getOut(), json);
        boolean answered = true;
        for (OutboundRequest request : requests) {
            answered &= printer.print(OptionalLong.empty(), request, way.send(request));
        }
        return answered;
    }
}
