package dev.hookglass.workbench;

import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Permissions;
import dev.hookglass.delivery.PolicyDelivery;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.delivery.RetrySchedule;
import dev.hookglass.delivery.Sender;
import dev.hookglass.delivery.SenderLimits;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.StoredRequest;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import dev.hookglass.target.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stored events made ready to be sent again. Safe for use by many threads. */
public final class Replaying {
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(10);

    private static final int PAGE = 1_000;

    private final EventStore events;
    private final Sources sources;
    private final Catalogue providers;
    private final Deliveries deliveries;
    private final Permissions permissions;
    private final Function<TargetUrl, String> signedUrl;

    /** @param signedUrl for where a request goes, the URL that it is to be signed for */
    Replaying(EventStore events, Sources sources, Catalogue providers, Deliveries deliveries,
            Permissions permissions, Function<TargetUrl, String> signedUrl) {
        this.events = events;
        this.sources = sources;
        this.providers = providers;
        this.deliveries = deliveries;
        this.permissions = permissions;
        this.signedUrl = signedUrl;
    }

    /** The events that pass a filter, in the order received. */
    public List<ReplayPlan.Item> items(EventFilter filter) throws Problem {
        List<ReplayPlan.Item> items = new ArrayList<>();
        List<EventSummary> page;
        long last = 0;
        do {
            page = events.newer(filter, last, PAGE);
            for (EventSummary event : page) {
                items.add(ReplayPlan.Item.of(event));
                last = event.id();
            }
        } while (page.size() == PAGE);
        return items;
    }

    /**
     * A run that sends events to a target; not begun yet.
     *
     * @param signAnew whether each is signed with the first of its source's secrets that can, at the time it is sent
     * @param onRecorded told of attempts once they are stored, on the thread that runs the replay
     */
    public BulkReplay replay(ReplayPlan plan, Destination target, boolean signAnew,
            Consumer<List<Replayed>> onRecorded) throws Problem {
        long before = events.attempts().lastId();
        return new BulkReplay(plan, new BulkReplay.Preparation() {
            @Override
            public List<StoredRequest> read(List<Long> eventIds) throws Problem {
                return events.requests(eventIds);
            }

            @Override
            public OutboundRequest prepare(StoredRequest event) throws Problem {
                return request(event, target, signAnew);
            }
        }, deliveries, attempts -> onRecorded.accept(events.attempts().compared(attempts, before)));
    }

    /**
     * Delivers an event as its provider would: again and again until it is acknowledged or the provider gives up. An
     * interrupt ends it.
     *
     * @param speed how many times as fast the pauses pass
     * @param onStep told of each attempt, on the calling thread
     * @return whether it was acknowledged in the end
     */
    public boolean deliver(CapturedEvent event, Destination target, boolean signAnew, double speed,
            Consumer<PolicyDelivery.Step> onStep) throws Problem {
        Provider provider = provider(event.summary().provider());
        try (Sender sender = new Sender(SenderLimits.of(provider.acknowledgement()), permissions)) {
            return new PolicyDelivery(deliveries.with(sender), provider.acknowledgement(), RetrySchedule.of(provider),
                    speed).run(() -> request(event, target, signAnew), OptionalLong.of(event.id()), onStep);
        }
    }

    /**
     * One event for a target.
     *
     * @param signAnew whether it is signed with the first of its source's secrets that can, as of now
     * @throws Problem if it cannot be signed
     */
    public OutboundRequest request(CapturedEvent event, Destination target, boolean signAnew) throws Problem {
        return request(StoredRequest.of(event), target, signAnew);
    }

    private OutboundRequest request(StoredRequest event, Destination target, boolean signAnew) throws Problem {
        OutboundRequest asReceived = target.carrying(Replay.of(event, target.url()).request());
        // Once more, since what the target carries wins over what is signed.
        return signAnew ? target.carrying(signedAnew(event, asReceived)) : asReceived;
    }

    private Provider provider(String id) throws Problem {
        return providers.find(id).orElseThrow(() -> new Problem("The provider “" + id + "” is not there any more."));
    }

    private OutboundRequest signedAnew(StoredRequest event, OutboundRequest request) throws Problem {
        Scheme scheme = provider(event.provider()).scheme();
        sources.awaitSecrets(TO_READ_SECRETS);
        Instant now = Instant.now();
        Optional<Source> source = sources.find(event.sourceId());
        List<Secret> secrets = source.map(found -> found.signingSecrets(scheme, now)).orElse(List.of());
        Signer signer = Signer.of(scheme, secrets, now)
                .orElseThrow(() -> new Problem(secrets.stream()
                        .flatMap(secret -> scheme.signingObjection(secret).stream())
                        .findFirst()
                        .orElse("The source of event " + event.eventId() + " has no secret to sign with.")));
        return new Replay(request, List.of(), List.of())
                .signedAnew(signer.forUrl(signedUrl.apply(request.url())))
                .request();
    }
}
