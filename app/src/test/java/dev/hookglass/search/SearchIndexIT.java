package dev.hookglass.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.store.Deletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index beside the database: what it finds is what reading finds, whatever happens to it. */
class SearchIndexIT {
    @TempDir
    private Path folder;

    @Test
    void aText_isFoundWhereverItIs_inWhateverCharsetEncodingAndCase() throws Exception {
        try (Events events = new Events(folder)) {
            long utf8 = events.store("{\"name\":\"Grüße aus MÜNCHEN\"}");
            long latin1 = events.store("/x", List.of(), Bytes.wrap("Grüße".getBytes(StandardCharsets.ISO_8859_1)));
            long utf16 = events.store("/x", List.of(new Header("Content-Type", "text/plain; charset=utf-16")),
                    Bytes.wrap("Grüße".getBytes(StandardCharsets.UTF_16)));
            long gzip = events.store("/x", List.of(new Header("Content-Encoding", "gzip")),
                    Events.gzip("many grüße".getBytes(StandardCharsets.UTF_8)));
            long path = events.store("/hooks/42?mail=ada@example.com", List.of(), Bytes.EMPTY);
            long header = events.store("/x", List.of(new Header("X-Id", "e-99.17"), new Header("Cookie", "Bär")),
                    Bytes.EMPTY);
            events.awaitIndex();

            assertEquals(List.of(utf8, latin1, utf16, gzip), events.newer("GRÜSSE".replace("SS", "ß")));
            assertEquals(List.of(utf8), events.newer("münchen"));
            assertEquals(List.of(gzip), events.newer("\"Y GR\""));
            assertEquals(List.of(path), events.newer("Ada@Example"));
            assertEquals(List.of(path), events.newer("s/4"));
            assertEquals(List.of(header), events.newer("9.1"));
            assertEquals(List.of(header), events.newer("BÄR"));
            assertEquals(List.of(header), events.newer("header:x-ID=E-*17"));
            assertEquals(List.of(), events.newer("header:x-id=99"));
            assertEquals(List.of(utf8), events.older("ß ü -post /hook", 3).isEmpty()
                    ? events.older("ß ü /hook", 3)
                    : List.of());
        }
    }

    @Test
    void whatTheIndexFinds_isWhatReadingFinds() throws Exception {
        Random random = new Random(7);
        try (Events events = new Events(folder)) {
            for (int i = 0; i < 400; i++) {
                Bodies.store(events, random);
                if (i == 300) {
                    // The rest is read, since it is not in the index.
                    events.awaitIndex();
                }
            }
            for (int i = 0; i < 120; i++) {
                String filter = Bodies.filter(random);
                List<Long> expected = events.read(filter);
                assertEquals(expected, events.newer(filter), filter);
                assertEquals(expected, events.older(filter, 30 + random.nextInt(40)), filter);
            }
        }
    }

    @Test
    void deletedEvents_areNotFound_andLeaveTheIndexOnceTheyCannotComeBack() throws Exception {
        try (Events events = new Events(folder)) {
            long first = events.store("one needle");
            long second = events.store("two needles");
            events.awaitIndex();
            Deletion deletion = events.store.deletions().delete(List.of(first));
            assertEquals(List.of(second), events.newer("needle"));
            events.store.deletions().undo(deletion);
            assertEquals(List.of(first, second), events.newer("needle"));

            events.store.deletions().purge(events.store.deletions().delete(List.of(first)));
            events.awaitIndex();
            Events.await(() -> events.named("needle").equals(List.of(second)));
        }
    }

    @Test
    void whatWentWhileNobodyTold_leavesTheIndexAtTheNextStart() throws Exception {
        long second;
        try (Events events = new Events(folder)) {
            long first = events.store("one needle");
            second = events.store("two needles");
            events.awaitIndex();
            events.index().close();
            events.store.deletions().purge(events.store.deletions().delete(List.of(first)));
        }
        try (Events events = new Events(folder)) {
            events.awaitIndex();
            Events.await(() -> events.named("needle").equals(List.of(second)));
        }
    }

    @Test
    void theLastEventsThatWentBeforeTheyWereRead_areNotWaitedFor() throws Exception {
        try (Events events = new Events(folder)) {
            events.store("one needle");
            events.awaitIndex();
            events.index().close();
            long last = events.store("two needles");
            events.store.deletions().purge(events.store.deletions().delete(List.of(last)));
        }
        try (Events events = new Events(folder)) {
            Events.await(() -> events.index().progress().equals(new SearchIndex.Progress(1, 0)));
        }
    }

    @Test
    void afterAKill_itGoesOnWhereItWasCommitted() throws Exception {
        Path copy = folder.resolve("copy");
        try (Events events = new Events(folder.resolve("original"))) {
            events.store("one needle");
            events.awaitIndex();
            events.store("two needles");
            Events.await(() -> events.index().progress().behind() == 0);
            copy(folder.resolve("original"), copy);
        }
        try (Events events = new Events(copy)) {
            assertEquals(List.of(1L, 2L), events.newer("needle"));
            events.awaitIndex();
            assertEquals(List.of(1L, 2L), events.named("needle"));
        }
    }

    @Test
    void aMissingDamagedOrForeignIndex_isMadeAnew() throws Exception {
        Path other = folder.resolve("other");
        fill(other, "another needle", "needle");
        Path mine = folder.resolve("mine");
        fill(mine, "no such thing", "one needle");
        Path search = mine.resolve("search");

        for (Damage damage : List.<Damage>of(
                () -> delete(search),
                () -> cut(search),
                () -> overwrite(search),
                () -> {
                    delete(search);
                    copy(other.resolve("search"), search);
                },
                () -> {
                    delete(search);
                    Files.writeString(search, "not even a folder");
                })) {
            damage.run();
            try (Events events = new Events(mine)) {
                assertEquals(List.of(2L), events.newer("needle"));
                events.awaitIndex();
                assertEquals(List.of(2L), events.named("needle"));
            }
        }
    }

    @Test
    void idsThatAreGivenAgain_areNotTakenForTheFormerEvents() throws Exception {
        Path before = folder.resolve("before");
        fill(before, "first");
        Path data = folder.resolve("data");
        copy(before, data);
        fill(data, "needle");
        for (String name : List.of("events.mv.db", "events-a.journal", "events-b.journal")) {
            Files.copy(before.resolve(name), data.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(data.resolve("events.last"));
        fill(data, "other");

        try (Events events = new Events(data)) {
            assertEquals(List.of(2L), events.newer("other"));
            events.awaitIndex();
            assertEquals(List.of(2L), events.named("other"));
        }
    }

    private static void fill(Path data, String... bodies) throws Exception {
        try (Events events = new Events(data)) {
            for (String body : bodies) {
                events.store(body);
            }
            events.awaitIndex();
        }
    }

    private interface Damage {
        void run() throws IOException;
    }

    private static List<Path> files(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.toList();
        }
    }

    private static void delete(Path path) throws IOException {
        for (Path file : files(path).reversed()) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static Path largest(Path search) throws IOException {
        List<Path> files = files(search).stream().filter(file -> file.toString().endsWith(".cfs")).toList();
        assertFalse(files.isEmpty());
        return files.getFirst();
    }

    private static void cut(Path search) throws IOException {
        byte[] bytes = Files.readAllBytes(largest(search));
        Files.write(largest(search), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void overwrite(Path search) throws IOException {
        byte[] bytes = Files.readAllBytes(largest(search));
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(largest(search), bytes);
    }
}
