package dev.hookglass.workbench;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Deliveries;
import dev.hookglass.delivery.RetrySchedule;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Forward;
import dev.hookglass.store.EventStore;
import dev.hookglass.store.ForwardRetry;
import dev.hookglass.target.Destination;
import dev.hookglass.target.Target;
import dev.hookglass.target.Targets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends stored events to targets as they were received, with the patience of their providers where that is wanted. */
final class Passing implements ForwardLane.Passing {
    private final EventStore events;
    private final Targets targets;
    private final Catalogue providers;
    private final Replaying replaying;
    private final Deliveries deliveries;

    Passing(EventStore events, Targets targets, Catalogue providers, Replaying replaying, Deliveries deliveries) {
        this.events = events;
        this.targets = targets;
        this.providers = providers;
        this.replaying = replaying;
        this.deliveries = deliveries;
    }

    @Override
    public Optional<Passed> pass(long eventId, Forward forward, Optional<ForwardRetry> retry) throws Problem {
        Optional<CapturedEvent> event = events.find(eventId);
        Optional<Destination> target = targets.find(forward.targetId()).map(Target::destination);
        if (event.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attempt> before = retry.isEmpty()
                ? Optional.empty()
                : events.attempts().find(retry.get().lastAttempt());
        Attempt attempt = deliveries.deliver(replaying.request(event.get(), target.get(), false),
                OptionalLong.of(eventId), before);
        return Optional.of(new Passed(attempt.outcome(),
                forward.retries() ? again(event.get(), attempt, retry) : Optional.empty()));
    }

    private Optional<ForwardRetry> again(CapturedEvent event, Attempt attempt, Optional<ForwardRetry> retry) {
        Optional<Provider> provider = providers.find(event.summary().provider());
        if (provider.isEmpty()
                || provider.get().acknowledgement().statuses().contains(attempt.outcome().status())) {
            return Optional.empty();
        }
        ForwardRetry known = retry.orElseGet(() -> new ForwardRetry(event.id(), event.summary().sourceId(),
                attempt.id(), attempt.at(), attempt.at()));
        // From when the attempt was due: how long answers take does not add up.
        Duration elapsed = Duration.between(known.firstAt(), known.dueAt());
        return RetrySchedule.of(provider.get())
                .pause(attempt.number(), elapsed)
                .map(pause -> new ForwardRetry(known.eventId(), known.sourceId(), attempt.id(), known.firstAt(),
                        known.dueAt().plus(pause)));
    }
}
