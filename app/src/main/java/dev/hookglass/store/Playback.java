package dev.hookglass.store;

import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts events that the database has lost into it again, from the journal. Only ids above the highest that the database knows
 * are taken, so that what was deleted stays deleted.
 */
final class Playback {
    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);
    private static final int GROUP = 500;
    private static final long GROUP_BYTES = 16L << 20;

    private Playback() {}

    /** Whether the journal goes on where the database ends, so that together they lack nothing. */
    static boolean reaches(List<Place> journal, long lastKnown, long wanted) {
        return !journal.isEmpty() && journal.getFirst().id() <= lastKnown + 1 && journal.getLast().id() >= wanted;
    }

    /**
     * Does it, a group at a time; if it fails, the next time goes on where this one came to.
     *
     * @param connection is closed
     */
    static void play(List<Place> journal, Connection connection) throws SQLException, IOException {
        long last = LastEvent.id(connection);
        List<Place> missing = journal.stream().filter(place -> place.id() > last).toList();
        if (missing.isEmpty()) {
            connection.close();
            return;
        }
        try (EventInserts inserts = new EventInserts(connection)) {
            for (int from = 0; from < missing.size();) {
                List<JournalledEvent> group = new ArrayList<>();
                for (long bytes = 0; from < missing.size() && group.size() < GROUP && bytes < GROUP_BYTES; from++) {
                    group.add(missing.get(from).read());
                    bytes += missing.get(from).body();
                }
                inserts.commitAgain(group);
            }
        }
        LOG.info("{} events up to number {} were put into the database again, from the journal", missing.size(),
                missing.getLast().id());
    }
}
