package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AttemptTableIT extends WithStore {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final OutboundRequest REQUEST = new OutboundRequest("POST",
            TargetUrl.of("http://127.0.0.1:3000/a%2Fb?q=\u00e9|{}"),
            List.of(new Header("b", "\u00e9\u0080\u00ff"), new Header("A", ""), new Header("B", "1: 2")),
            Bytes.wrap(new byte[]{0, -1, 13, 10}));

    private Attempt record(OptionalLong event, OutboundRequest request, Outcome outcome) throws Problem {
        return store.attempts().record(List.of(new Sent(AT, event, Optional.empty(), request, outcome))).getFirst();
    }

    private Attempt kept(OptionalLong event, OutboundRequest request, Outcome outcome) throws Problem {
        Attempt recorded = record(event, request, outcome);
        reopen();
        assertEquals(recorded, store.attempts().ofEvent(event.orElseThrow()).getFirst());
        return recorded;
    }

    @Test
    void record_anAnswer_isKeptWhole() throws Problem {
        Outcome outcome = new Outcome.Answered(Duration.ofNanos(1_234_567_890_123L), 299, "Näh",
                List.of(new Header("X-Ü", "\u00ff"), new Header("x-ü", "2"), new Header("Set-Cookie", "a=b; c")),
                Bytes.wrap(new byte[3_000_000]), true);

        Attempt attempt = kept(OptionalLong.of(7), REQUEST, outcome);

        assertEquals(new Attempt(1, 1, 1, AT, OptionalLong.of(7), REQUEST, outcome), attempt);
    }

    @Test
    void record_anEmptyAnswer_isKept() throws Problem {
        kept(OptionalLong.of(7), new OutboundRequest("X", TargetUrl.of("https://[::1]/"), List.of(), Bytes.EMPTY),
                new Outcome.Answered(Duration.ZERO, 100, "", List.of(), Bytes.EMPTY, false));
    }

    @Test
    void record_aFailure_isKeptWhole() throws Problem {
        kept(OptionalLong.of(7), REQUEST, new Outcome.Failed(Duration.ofMillis(3), "Nobody listens there."));
    }

    @Test
    void ofEvent_givesItsAttemptsNewestFirst() throws Problem {
        Outcome outcome = new Outcome.Failed(Duration.ofMillis(3), "No.");
        Attempt first = record(OptionalLong.of(7), REQUEST, outcome);
        record(OptionalLong.empty(), REQUEST, outcome);
        record(OptionalLong.of(8), REQUEST, outcome);
        Attempt last = record(OptionalLong.of(7), REQUEST, outcome);

        assertEquals(List.of(last, first), store.attempts().ofEvent(7));
        assertNotEquals(first.id(), last.id());
        assertEquals(List.of(), store.attempts().ofEvent(9));
    }

    @Test
    void record_manyAttempts_areNumberedWithinTheirDelivery() throws Problem {
        Outcome outcome = new Outcome.Failed(Duration.ofMillis(3), "No.");
        Attempt first = record(OptionalLong.of(7), REQUEST, outcome);
        List<Attempt> more = store.attempts().record(List.of(
                new Sent(AT, OptionalLong.of(7), Optional.of(first), REQUEST, outcome),
                new Sent(AT, OptionalLong.of(8), Optional.empty(), REQUEST, outcome)));

        assertEquals(List.of(first.deliveryId(), more.get(1).id()), more.stream().map(Attempt::deliveryId).toList());
        assertEquals(List.of(2, 1), more.stream().map(Attempt::number).toList());
        assertEquals(List.of(more.getFirst(), first), store.attempts().ofEvent(7));
    }
}
