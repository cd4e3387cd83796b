package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A sample of a source's provider, sent to the own receiver by real HTTP. */
final class FirstSample {
    /** What a sample is signed with where the source has no secret yet, so that it can be judged once this is added. */
    private static final Secret MADE_UP = new Secret("sample", "sample-secret");

    private FirstSample() {}

    /**
     * What was sent.
     *
     * @param source whose sender was played
     * @param madeUp what it was signed with, if the source did not have that
     */
    record Sent(Source source, Optional<String> madeUp) {}

    /**
     * Sends it and waits for the reply.
     *
     * @param chosen the source to send it to, if it is one with a sender; else it is the first
     */
    static Sent send(Workbench workbench, OptionalInt chosen) throws Problem {
        String url = workbench.url().orElseThrow(() -> new Problem(text("nothing.stopped.text")));
        List<Source> sources = workbench.sources().all();
        Source source = sources.stream().filter(each -> !each.isInbox() && chosen.equals(OptionalInt.of(each.id())))
                .findFirst().orElseGet(sources::getFirst);
        Provider provider = workbench.providers().find(source.provider())
                .orElseThrow(() -> new Problem(text("sample.noProvider", source.provider())));
        TargetUrl target = TargetUrl.parse(url + source.path());
        boolean isMadeUp = source.secrets().isEmpty() && provider.objection(MADE_UP.text()).isEmpty();
        List<Secret> secrets = isMadeUp
                ? List.of(MADE_UP)
                : source.signingSecrets(provider.scheme(), Instant.now());
        OutboundRequest request = compose(provider, secrets, target, workbench.signedUrl(target));
        if (workbench.deliveries().deliver(request, OptionalLong.empty()).outcome() instanceof Outcome.Failed failed) {
            throw new Problem(failed.reason());
        }
        return new Sent(source, Optional.of(MADE_UP.text()).filter(_ -> isMadeUp));
    }

    private static OutboundRequest compose(Provider provider, List<Secret> secrets, TargetUrl target,
            String signedUrl) {
        if (provider.events().isEmpty()) {
            return Composition.request(List.of(new Header("Content-Type", "text/plain")),
                    Bytes.ofUtf8(text("sample.text")), target);
        }
        EventType type = provider.event("task_asset_added").orElse(provider.events().getFirst());
        long seed = Instant.now().toEpochMilli();
        List<Header> headers = Samples.headers(provider, type);
        Bytes body = Samples.body(provider, type, seed);
        return Signer.of(provider.scheme(), secrets, Instant.now())
                .map(signer -> Composition.signed(headers, body, target, signer.forUrl(signedUrl)))
                .orElseGet(() -> Composition.request(headers, body, target));
    }
}
