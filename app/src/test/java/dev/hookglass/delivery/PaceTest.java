package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.provider.Retry.Backoff;
import dev.hookglass.provider.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void due_atAFixedRate_isEvenlySpaced() {
        assertEquals(Duration.ofMillis(250), new Pace.PerSecond(40).due(10, FIRST, FIRST.plusSeconds(99)));
    }

    @Test
    void due_asReceived_keepsThePausesForwardsAndBackwards() {
        assertEquals(Duration.ofSeconds(6), new Pace.AsReceived(10).due(3, FIRST, FIRST.plusSeconds(60)));
        assertEquals(Duration.ofSeconds(6), new Pace.AsReceived(10).due(3, FIRST, FIRST.minusSeconds(60)));
    }

    @Test
    void paces_thatDoNotMove_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Pace.PerSecond(0));
        assertThrows(IllegalArgumentException.class, () -> new Pace.AsReceived(-1));
        assertThrows(IllegalArgumentException.class, () -> new Pace.AsReceived(Double.NaN));
    }

    @Test
    void order_isTheSameForTheSameSeed() {
        List<Integer> received = IntStream.range(0, 100).boxed().toList();
        List<Integer> mixed = new Order.Shuffled(7).of(received);
        assertEquals(mixed, new Order.Shuffled(7).of(received));
        assertNotEquals(mixed, new Order.Shuffled(8).of(received));
        assertEquals(received, mixed.stream().sorted().toList());
        assertEquals(received.reversed(), new Order.Reversed().of(received));
    }

    @Test
    void inOrder_putsCopiesBesideEachOther() {
        ReplayPlan plan = new ReplayPlan(List.of(new ReplayPlan.Item(1, FIRST, 0), new ReplayPlan.Item(2, FIRST, 0)),
                new Order.Reversed(), 2, new Pace.AsFastAsPossible(), 1);
        assertEquals(List.of(2L, 2L, 1L, 1L), plan.inOrder().stream().map(ReplayPlan.Item::eventId).toList());
    }

    @Test
    void quantiles_areWithinAStep() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            latencies.add(Duration.ofMillis(i));
        }
        assertTrue(Math.abs(latencies.quantile(0.5).toMillis() - 500) < 20, latencies.quantile(0.5).toString());
        assertTrue(Math.abs(latencies.quantile(0.99).toMillis() - 990) < 35, latencies.quantile(0.99).toString());
        assertEquals(Duration.ZERO, new Latencies().quantile(0.5));
    }

    @Test
    void campaign_triesEveryTenSecondsForThreeDays() {
        RetrySchedule schedule = RetrySchedule
                .of(new Retry(Backoff.FIXED, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofDays(3))));
        Duration after = Duration.ZERO;
        int attempts = 1;
        for (Optional<Duration> pause = schedule.pause(attempts, after); pause
                .isPresent(); pause = schedule.pause(attempts, after)) {
            assertEquals(Duration.ofSeconds(10), pause.get());
            after = after.plus(pause.get());
            attempts++;
        }
        assertEquals(Duration.ofDays(3), after);
        assertEquals(3 * 24 * 360 + 1, attempts);
    }

    @Test
    void cmp_doublesItsPausesForThreeDays() {
        RetrySchedule schedule = RetrySchedule
                .of(new Retry(Backoff.EXPONENTIAL, Optional.empty(), Optional.of(Duration.ofDays(3))));
        assertTrue(schedule.isAssumed());
        assertEquals(Duration.ofMinutes(1), schedule.pause(1, Duration.ZERO).orElseThrow());
        assertEquals(Duration.ofMinutes(8), schedule.pause(4, Duration.ofMinutes(7)).orElseThrow());
        // 1 + 2 + 4 + … + 2,048 minutes are 4,095 of the 4,320; the next pause would end beyond them.
        assertEquals(Duration.ofMinutes(2_048), schedule.pause(12, Duration.ofMinutes(2_047)).orElseThrow());
        assertEquals(Optional.empty(), schedule.pause(13, Duration.ofMinutes(4_095)));
    }
}
