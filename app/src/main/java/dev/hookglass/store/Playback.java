package dev.hookglass.store;

import dev.hookglass.store.JournalContents.Place;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the database again what it has lost, from the journal. Every event of the journal is looked for with all its
 * parts: that a later one is there does not prove that an earlier one is. What was deleted stays deleted, since the journal
 * has deletions as well, and they come after their events.
 */
final class Playback {
    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);
    private static final int GROUP = 500;
    private static final long GROUP_BYTES = 8L << 20;

    private final EventInserts inserts;
    private final Connection connection;
    private final JournalledState journal;

    private Playback(EventInserts inserts, Connection connection, JournalledState journal) {
        this.inserts = inserts;
        this.connection = connection;
        this.journal = journal;
    }

    /** Whether the journal goes on where the database ends, so that together they lack nothing. */
    static boolean reaches(List<Place> journal, long lastKnown, long wanted) {
        List<Place> events = journal.stream().filter(Place::isEvent).toList();
        return !events.isEmpty() && events.getFirst().id() <= lastKnown + 1 && events.getLast().id() >= wanted;
    }

    /**
     * Does it, a group at a time; if it fails, it can be done again.
     *
     * @param connection is closed
     */
    static void play(List<Place> journal, Connection connection) throws SQLException, IOException {
        if (journal.isEmpty()) {
            connection.close();
            return;
        }
        try (EventInserts inserts = new EventInserts(connection)) {
            Playback playback = new Playback(inserts, connection, JournalledState.of(journal));
            playback.events();
            playback.changes();
        }
    }

    private void events() throws SQLException, IOException {
        if (journal.events().isEmpty()) {
            return;
        }
        Set<Long> whole = whole(journal.events().firstKey());
        List<Place> missing = journal.events().values().stream()
                .filter(place -> !whole.contains(place.id()) && !journal.isGone(place.id()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        if (StoredRows.remove(connection, missing.stream().map(Place::id).toList()) > 0) {
            StoredRows.countAgain(connection);
        }
        for (int from = 0; from < missing.size();) {
            List<JournalledEvent> group = new ArrayList<>();
            for (long bytes = 0; from < missing.size() && group.size() < GROUP && bytes < GROUP_BYTES; from++) {
                group.add(missing.get(from).event());
                bytes += missing.get(from).body();
            }
            inserts.commitAgain(group);
        }
        LOG.info("{} events up to number {} were put into the database again, from the journal", missing.size(),
                missing.getLast().id());
    }

    /** The events from an id on that are there with all their bytes. */
    private Set<Long> whole(long from) throws SQLException {
        Set<Long> whole = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT kept.id FROM (SELECT id, body_bytes FROM event WHERE id >= ?1
                    UNION ALL SELECT id, body_bytes FROM deleted_event WHERE id >= ?1) AS kept
                JOIN content ON content.event = kept.id WHERE kept.body_bytes = OCTET_LENGTH(content.body)
                    + CASE WHEN kept.body_bytes > OCTET_LENGTH(content.body) THEN COALESCE((SELECT
                    SUM(OCTET_LENGTH(bytes)) FROM body_part WHERE body_part.event = kept.id), 0) ELSE 0 END""")) {
            select.setLong(1, from);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    whole.add(rows.getLong(1));
                }
            }
        }
        return whole;
    }

    private void changes() throws SQLException {
        List<Long> gone = JournalledState.those(journal.present(), false);
        if (!gone.isEmpty()) {
            DeletedRows.delete(connection, DeletedRows.AT_ONCE, gone);
            if (!journal.events().isEmpty()) {
                LastEvent.mark(connection, journal.events().lastKey());
            }
        }
        List<Long> back = JournalledState.those(journal.present(), true);
        if (!back.isEmpty()) {
            DeletedRows.restore(connection, back);
        }
        PinTable.set(connection, JournalledState.those(journal.pinned(), true), true);
        PinTable.set(connection, JournalledState.those(journal.pinned(), false), false);
        connection.commit();
    }
}
