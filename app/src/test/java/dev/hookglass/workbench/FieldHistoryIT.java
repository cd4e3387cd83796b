package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldHistoryIT {
    @TempDir
    Path folder;

    private static void post(Bench bench, String data) throws Exception {
        bench.post("/optimizely/cmp", Bytes.ofUtf8("{\"event_name\":\"task_added\",\"data\":" + data + "}").array(),
                "Content-Type", "application/json");
    }

    @Test
    void aField_isFirstSeenWhereAllEarlierEventsHaveItNot() throws Exception {
        try (Bench bench = new Bench(folder)) {
            FieldHistory history = new FieldHistory(bench.workbench.events());
            post(bench, "{\"old\":1,\"opt\":1}");
            FieldHistory.Found first = history.of(bench.newestWhole()).orElseThrow();
            assertEquals(0, first.compared());
            assertEquals(Optional.empty(), first.oldest());
            bench.post("/optimizely/cmp", Bytes.ofUtf8("{\"event_name\":\"other\",\"x\":1}").array());
            post(bench, "{\"old\":1,\"new\":{\"in\":[{\"side\":1}]}}");
            long since = bench.newest().id();
            post(bench, "{\"old\":1}");
            post(bench, "{\"new\":{\"in\":[{\"side\":2},{}]},\"opt\":2,\"newest\":true}");

            FieldHistory.Found found = history.of(bench.newestWhole()).orElseThrow();
            assertEquals(3, found.compared(), "of its own type only");
            assertTrue(found.isWhole());
            assertEquals(List.of("/data/newest", "/data/new"),
                    found.news().stream().map(FieldHistory.FirstSeen::field).toList());
            assertEquals(since, found.news().getLast().eventId());
            assertEquals(1, found.news().getLast().before());
            assertEquals(List.of("/data/old"), found.gone());
        }
    }

    @Test
    void anEvent_thatIsNoJson_hasNoFields() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.post("/optimizely/cmp", Bytes.ofUtf8("{").array());
            assertEquals(Optional.empty(), new FieldHistory(bench.workbench.events()).of(bench.newestWhole()));
        }
    }
}
