package dev.hookglass.workbench;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Sources;
import dev.hookglass.store.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stored events made ready to be sent again. Safe for use by many threads. */
public final class Replaying {
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(10);

    private static final int PAGE = 1_000;

    private final EventStore events;
    private final Sources sources;
    private final Catalogue providers;
    private final Deliveries deliveries;

    Replaying(EventStore events, Sources sources, Catalogue providers, Deliveries deliveries) {
        this.events = events;
        this.sources = sources;
        this.providers = providers;
        this.deliveries = deliveries;
    }

    /** The events that pass a filter, in the order received. */
    public List<ReplayPlan.Item> items(EventFilter filter) throws Problem {
        List<ReplayPlan.Item> items = new ArrayList<>();
        List<EventSummary> page;
        long last = 0;
        do {
            page = events.newer(filter, last, PAGE);
            for (EventSummary event : page) {
                items.add(new ReplayPlan.Item(event.id(), event.receivedAt()));
                last = event.id();
            }
        } while (page.size() == PAGE);
        return items;
    }

    /**
     * A run that sends events to a target; not begun yet.
     *
     * @param signAnew whether each is signed with its source's first secret at the time it is sent
     * @param onRecorded told of attempts once they are stored, on the thread that runs the replay
     */
    public BulkReplay replay(ReplayPlan plan, TargetUrl target, boolean signAnew, Consumer<List<Attempt>> onRecorded) {
        return new BulkReplay(plan, id -> {
            Optional<CapturedEvent> event = events.find(id);
            return event.isEmpty()
                    ? Optional.empty()
                    : Optional.of(replay(event.get(), target, signAnew).request());
        }, deliveries, onRecorded);
    }

    /** One event for a target. */
    private Replay replay(CapturedEvent event, TargetUrl target, boolean signAnew) throws Problem {
        Replay replay = Replay.of(event, target);
        return signAnew ? signedAnew(event, replay) : replay;
    }

    private Replay signedAnew(CapturedEvent event, Replay replay) throws Problem {
        Scheme scheme = providers.find(event.summary().provider()).map(Provider::scheme)
                .orElseThrow(
                        () -> new Problem("The provider “" + event.summary().provider() + "” is not there any more."));
        sources.awaitSecrets(TO_READ_SECRETS);
        Instant now = Instant.now();
        Secret secret = sources.find(event.summary().sourceId())
                .flatMap(source -> source.signingSecret(scheme, now))
                .orElseThrow(() -> new Problem("The source of event " + event.id() + " has no secret to sign with."));
        Optional<String> objection = scheme.signingObjection(secret);
        if (objection.isPresent()) {
            throw new Problem(objection.get());
        }
        return replay.signedAnew(scheme, secret, now);
    }
}
