package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.delivery.Sent;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Attempts that are recorded many together, which stand in pages. */
class AttemptPagesIT extends WithStore {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

    private static Sent sent(long event, int status) {
        OutboundRequest request = new OutboundRequest("POST", TargetUrl.of("http://127.0.0.1:3000/é?n=" + event % 3),
                List.of(new Header("X-Event", "" + event), new Header("Same", "\u00ff\u0000"), new Header("same", "")),
                Bytes.ofUtf8("body " + event));
        Outcome outcome = status == 0
                ? new Outcome.Failed(Duration.ofNanos(event), "Nobody listens at " + event % 2 + ".")
                : new Outcome.Answered(Duration.ofNanos(event), status, event % 5 == 0 ? "Näh" : "OK",
                        List.of(new Header("Date", "" + event / 7), new Header("X", "1")),
                        Bytes.ofLatin1("\u00e9" + event), event % 2 == 0);
        return new Sent(AT.plusNanos(1_000 * event), OptionalLong.of(event), Optional.empty(), request, outcome);
    }

    private List<Attempt> record(List<Long> events, int status) throws Problem {
        return store.attempts().record(events.stream().map(event -> sent(event, status)).toList());
    }

    private static List<Long> events(int from, int count) {
        List<Long> events = new ArrayList<>();
        for (long event = from; event < from + count; event++) {
            events.add(event);
        }
        return events;
    }

    @Test
    void eachIsFoundWhole_byItsIdAndByItsEvent_alsoAfterRestart() throws Problem {
        List<Attempt> recorded = record(events(1, 3_000), 200);
        recorded = new ArrayList<>(recorded);
        recorded.addAll(record(events(3_001, 100), 0));
        reopen();
        for (Attempt attempt : List.of(recorded.getFirst(), recorded.get(1_234), recorded.get(3_050),
                recorded.getLast())) {
            assertEquals(List.of(attempt), store.attempts().ofEvent(attempt.eventId().orElseThrow()));
            assertEquals(Optional.of(attempt), store.attempts().find(attempt.id()));
        }
        assertEquals(recorded.getLast().id(), store.attempts().lastId());
        assertEquals(List.of(), store.attempts().ofEvent(9_999));
        assertEquals(Optional.empty(), store.attempts().find(9_999));
    }

    @Test
    void thoseInPagesAndThoseByThemselvesAreOneList() throws Problem {
        List<Attempt> all = new ArrayList<>(record(events(1, 20), 500));
        all.addAll(record(List.of(7L), 200));
        all.addAll(record(events(1, 20), 404));
        List<Sent> more = new ArrayList<>(events(1, 20).stream().map(event -> sent(event, 204)).toList());
        Attempt first = all.get(6);
        more.add(7, new Sent(AT, OptionalLong.of(7), Optional.of(first), first.request(), first.outcome()));
        all.addAll(store.attempts().record(more));

        assertEquals(events(1, all.size()), all.stream().map(Attempt::id).toList());
        List<Attempt> ofSeven = store.attempts().ofEvent(7);
        assertEquals(all.reversed().stream().filter(each -> each.eventId().orElseThrow() == 7).toList(), ofSeven);
        assertEquals(2, ofSeven.getFirst().number());
        assertEquals(first.id(), ofSeven.getFirst().deliveryId());
        assertEquals(all.reversed().stream().limit(30).map(AttemptSummary::of).toList(), store.attempts().newest(30));
    }

    @Test
    void whatIsRecordedIsComparedToTheLastBeforeTheRun() throws Problem {
        record(events(1, 100), 500);
        record(List.of(3L), 200);
        record(events(40, 40), 201);
        long before = store.attempts().lastId();
        List<Long> shuffled = events(1, 120);
        Collections.shuffle(shuffled, new Random(7));
        List<Attempt> now = record(shuffled, 200);
        for (Replayed replayed : store.attempts().compared(now, before)) {
            long event = replayed.attempt().eventId().orElseThrow();
            assertEquals(event > 100
                    ? OptionalInt.empty()
                    : OptionalInt.of(event == 3 ? 200 : event >= 40 && event < 80 ? 201 : 500), replayed.before());
        }
    }

    @Test
    void thoseOfRemovedEventsAreTakenOut_andTheOthersStay() throws Exception {
        List<Attempt> recorded = record(events(1, 200), 200);
        remove(List.of(1L, 2L, 100L, 200L, 5_000L));
        for (long event : List.of(1L, 2L, 100L, 200L)) {
            assertEquals(List.of(), store.attempts().ofEvent(event));
        }
        assertEquals(List.of(recorded.get(98)), store.attempts().ofEvent(99));
        assertEquals(196, store.attempts().newest(500).size());
        remove(events(1, 200));
        assertTrue(store.attempts().newest(500).isEmpty());
        assertEquals(0, store.attempts().lastId());
    }

    private void remove(List<Long> events) throws Exception {
        close();
        try (Database database = Opening.of(folder, Database.DISK, Journal.FULL);
                Connection connection = database.connect()) {
            new AttemptPages(connection).remove(events);
        }
        open();
    }
}
