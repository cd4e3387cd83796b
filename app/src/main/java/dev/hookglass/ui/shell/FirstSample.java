package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** A sample of the first source's provider, sent to the own receiver by real HTTP. */
final class FirstSample {
    private FirstSample() {}

    /** Sends it and waits for the reply. */
    static void send(Workbench workbench) throws Problem {
        String url = workbench.url().orElseThrow(() -> new Problem(text("nothing.stopped.text")));
        Source source = workbench.sources().all().getFirst();
        Provider provider = workbench.providers().find(source.provider())
                .orElseThrow(() -> new Problem(text("sample.noProvider", source.provider())));
        OutboundRequest request = compose(provider, source, TargetUrl.parse(url + source.path()));
        if (workbench.deliveries().deliver(request, OptionalLong.empty()).outcome() instanceof Outcome.Failed failed) {
            throw new Problem(failed.reason());
        }
    }

    private static OutboundRequest compose(Provider provider, Source source, TargetUrl target) {
        if (provider.events().isEmpty()) {
            return Composition.request(List.of(new Header("Content-Type", "text/plain")),
                    Bytes.ofUtf8(text("sample.text")), target);
        }
        EventType type = provider.event("task_asset_added").orElse(provider.events().getFirst());
        long seed = Instant.now().toEpochMilli();
        List<Header> headers = Samples.headers(provider, type);
        Bytes body = Samples.body(provider, type, seed);
        Instant now = Instant.now();
        return source.signingSecret(provider.scheme(), now)
                .map(secret -> Composition.signed(headers, body, target, provider.scheme(), secret, now))
                .orElseGet(() -> Composition.request(headers, body, target));
    }
}
