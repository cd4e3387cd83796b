package dev.hookglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What never became an event is counted all the same. */
class RejectionsIT extends WithStore {
    @Test
    void rejections_areCountedByReason() throws Problem {
        assertEquals(Map.of(), store.rejections());
        for (Reason reason : List.of(Reason.TOO_LARGE, Reason.TOO_LARGE, Reason.TIMED_OUT)) {
            store.append(new Rejection(Captures.AT, "127.0.0.1:5", reason, "detail"));
        }
        reopen();

        assertEquals(Map.of(Reason.TOO_LARGE, 2L, Reason.TIMED_OUT, 1L), store.rejections());
    }

    @Test
    void recentRejections_areTheNewestAsTheyWereTold() throws Problem {
        for (int i = 0; i < 3; i++) {
            store.append(new Rejection(Instant.EPOCH, "127.0.0.1:" + i, Reason.MALFORMED, "detail",
                    Bytes.ofLatin1("\0\u00ff")));
        }
        reopen();

        List<Rejection> recent = store.recentRejections(2);
        assertEquals(List.of("127.0.0.1:2", "127.0.0.1:1"), recent.stream().map(Rejection::remote).toList());
        assertEquals(
                new Rejection(Instant.EPOCH, "127.0.0.1:2", Reason.MALFORMED, "detail", Bytes.ofLatin1("\0\u00ff")),
                recent.getFirst());
        assertEquals("\\x00\\xff", recent.getFirst().firstText());
    }

    @Test
    void aFloodOfRejections_isCountedExactlyAndKeptInPart() throws Problem {
        Rejection rejection = new Rejection(Captures.AT, "127.0.0.1:5", Reason.MALFORMED, "detail");
        for (int i = 0; i < 11; i++) {
            store.append(Collections.nCopies(1_000, rejection), Map.of(Reason.MALFORMED, 7L, Reason.BUSY, 1L));
        }

        assertEquals(Map.of(Reason.MALFORMED, 11_077L, Reason.BUSY, 11L), store.rejections());
        assertEquals(10_000, store.recentRejections(20_000).size());
    }
}
