package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Acknowledgement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Delivers one event as its provider would: again and again until it is acknowledged or the provider gives up. The pauses
 * may be shortened; what a target is given to answer stays as it is.
 */
public final class PolicyDelivery {
    private final Deliveries deliveries;
    private final Acknowledgement acknowledgement;
    private final RetrySchedule schedule;
    private final double speed;

    /**
     * @param deliveries whose sender waits for an answer as long as the provider does
     * @param speed how many times as fast the pauses pass: 1 for the real clock
     */
    public PolicyDelivery(Deliveries deliveries, Acknowledgement acknowledgement, RetrySchedule schedule,
            double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("A clock must run");
        }
        this.deliveries = deliveries;
        this.acknowledgement = acknowledgement;
        this.schedule = schedule;
        this.speed = speed;
    }

    /**
     * One attempt, by the provider's clock.
     *
     * @param after since the first attempt
     * @param acknowledged whether the provider takes the answer for an acknowledgement
     * @param pause until the next attempt; empty if there is none
     */
    public record Step(Attempt attempt, Duration after, boolean acknowledged, Optional<Duration> pause) {}

    /** Makes the request of an attempt. */
    @FunctionalInterface
    public interface Preparation {
        OutboundRequest prepare() throws Problem;
    }

    /**
     * Delivers. An interrupt ends it, and leaves the thread interrupted.
     *
     * @param request made anew for each attempt, since some are signed with their time
     * @param onStep told of each attempt, on the calling thread
     * @return whether it was acknowledged in the end
     * @throws Problem if an attempt cannot be made ready or stored
     */
    public boolean run(Preparation request, OptionalLong eventId, Consumer<Step> onStep) throws Problem {
        Optional<Attempt> previous = Optional.empty();
        Duration after = Duration.ZERO;
        for (int attempts = 1; !Thread.currentThread().isInterrupted(); attempts++) {
            Attempt attempt = deliveries.deliver(request.prepare(), eventId, previous);
            boolean acknowledged = isAcknowledged(attempt.outcome());
            Optional<Duration> pause = acknowledged ? Optional.empty() : schedule.pause(attempts, after);
            onStep.accept(new Step(attempt, after, acknowledged, pause));
            if (pause.isEmpty()) {
                return acknowledged;
            }
            previous = Optional.of(attempt);
            // The time that answering took is not counted, so that the times are the schedule's own.
            after = after.plus(pause.get());
            if (!sleep(pause.get())) {
                return false;
            }
        }
        return false;
    }

    private boolean isAcknowledged(Outcome outcome) {
        return outcome instanceof Answered answered && acknowledgement.statuses().contains(answered.status())
                && acknowledgement.within().map(within -> answered.time().compareTo(within) <= 0).orElse(true);
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(Duration.ofNanos((long) (pause.toNanos() / speed)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
