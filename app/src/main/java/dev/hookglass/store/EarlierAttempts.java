package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Replayed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What the last attempts before a run came to. */
final class EarlierAttempts {
    private EarlierAttempts() {}

    /** Attempts beside the last ones up to an id, of the same events to the same URLs. */
    static List<Replayed> beside(List<Attempt> attempts, long before, Connection connection) throws SQLException {
        Set<SentTo> places = attempts.stream().map(SentTo::of).collect(Collectors.toSet());
        Map<SentTo, IdAndStatus> last = new HashMap<>();
        for (PagedOutcome paged : new AttemptPages(connection).last(places, before)) {
            last.put(paged.place(), new IdAndStatus(paged.id(), paged.status()));
        }
        if (hasRows(connection, places)) {
            addRows(connection, places, before, last);
        }
        return attempts.stream().map(attempt -> {
            IdAndStatus known = last.get(SentTo.of(attempt));
            return new Replayed(attempt, known == null ? OptionalInt.empty() : OptionalInt.of(known.status()));
        }).toList();
    }

    /** What an earlier attempt came to. */
    private record IdAndStatus(long id, int status) {}

    private static boolean hasRows(Connection connection, Set<SentTo> places) throws SQLException {
        LongSummaryStatistics events = places.stream().mapToLong(SentTo::event).summaryStatistics();
        try (PreparedStatement select = connection
                .prepareStatement("SELECT 1 FROM attempt WHERE event BETWEEN ? AND ? LIMIT 1")) {
            select.setLong(1, events.getMin());
            select.setLong(2, events.getMax());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void addRows(Connection connection, Set<SentTo> places, long before,
            Map<SentTo, IdAndStatus> last) throws SQLException {
        // In the order of the index, so that it is read from its end: an event may have been sent very often.
        try (PreparedStatement select = connection.prepareStatement("SELECT id, COALESCE(status, 0) FROM attempt"
                + " WHERE event = ? AND id <= ? AND url = ? ORDER BY event DESC, id DESC LIMIT 1")) {
            for (SentTo place : places) {
                select.setLong(1, place.event());
                select.setLong(2, before);
                select.setString(3, place.url());
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        last.merge(place, new IdAndStatus(rows.getLong(1), rows.getInt(2)),
                                (known, other) -> known.id() > other.id() ? known : other);
                    }
                }
            }
        }
    }
}
