package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a transaction does to the counts of events. It is written last, and always in the same order, so that transactions
 * which count the same sources wait for each other shortly and never in a circle.
 */
final class TallyChange {
    private static final Comparator<Counted> ORDER = Comparator.comparingInt(Counted::source)
            .thenComparingInt(Counted::verdict);
    private final Map<Counted, long[]> changes = new TreeMap<>(ORDER);

    private record Counted(int source, int verdict) {}

    /** An event more. */
    void add(EventSummary event) {
        count(event.sourceId(), event.verdict().outcome().code(), 1, event.bodyBytes());
    }

    /** So many events more, or less. */
    void count(int source, int verdict, long events, long bytes) {
        long[] change = changes.computeIfAbsent(new Counted(source, verdict), _ -> new long[2]);
        change[0] += events;
        change[1] += bytes;
    }

    /** Writes it, for the caller to commit. */
    void write(Connection connection) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement(
                "UPDATE tally SET events = events + ?, bytes = bytes + ? WHERE source = ? AND verdict = ?");
                PreparedStatement begin = connection
                        .prepareStatement("INSERT INTO tally (events, bytes, source, verdict) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Counted, long[]> change : changes.entrySet()) {
                write(List.of(raise, begin), change.getKey(), change.getValue());
            }
        }
    }

    private static void write(List<PreparedStatement> statements, Counted counted, long[] change) throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.setLong(1, change[0]);
            statement.setLong(2, change[1]);
            statement.setInt(3, counted.source());
            statement.setInt(4, counted.verdict());
            if (statement.executeUpdate() > 0) {
                return;
            }
        }
    }
}
