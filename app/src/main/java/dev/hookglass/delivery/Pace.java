package dev.hookglass.delivery;

import java.time.Duration;
import java.time.Instant;

/** How fast events are sent again. */
public sealed interface Pace {
    /** Each as soon as a connection is free. */
    record AsFastAsPossible() implements Pace {}

    /**
     * At a fixed rate.
     *
     * @param perSecond how many begin in a second; above 0
     */
    record PerSecond(double perSecond) implements Pace {
        public PerSecond {
            requirePositive(perSecond);
        }
    }

    /**
     * With the pauses between them that there were when they were received.
     *
     * @param speed 1 for the same time, 10 for ten times as fast; above 0
     */
    record AsReceived(double speed) implements Pace {
        public AsReceived {
            requirePositive(speed);
        }
    }

    private static void requirePositive(double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("A pace must be above 0");
        }
    }

    /**
     * When an event is due, from the start of the run.
     *
     * @param index 0 for the first that is sent
     * @param first when the first that is sent was received
     * @param receivedAt when this one was received
     */
    default Duration due(long index, Instant first, Instant receivedAt) {
        return switch (this) {
            case AsFastAsPossible _ -> Duration.ZERO;
            case PerSecond rate -> Duration.ofNanos((long) (index * 1e9 / rate.perSecond()));
            // Sent backwards, the pauses are the same.
            case AsReceived received -> Duration
                    .ofNanos((long) (Duration.between(first, receivedAt).abs().toNanos() / received.speed()));
        };
    }
}
