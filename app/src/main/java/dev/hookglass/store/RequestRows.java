package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.StoredRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads heads and bodies of many events on one connection. Ids that lie close together are read in one go: to look each up by
 * itself takes five times as long, and to compare each with a list of them longer still.
 */
final class RequestRows implements AutoCloseable {
    /** To pass over so many rows costs less than another look. */
    private static final int GAP = 4;

    private final PreparedStatement select;
    private final Connection connection;

    RequestRows(Connection connection) throws SQLException {
        this.connection = connection;
        select = connection.prepareStatement("SELECT id, source, provider, head, body FROM event"
                + " JOIN content ON content.event = event.id WHERE id BETWEEN ? AND ?");
    }

    /** Those that are there, in the order of their ids. */
    List<StoredRequest> of(List<Long> ids) throws SQLException {
        long[] sorted = ids.stream().mapToLong(Long::longValue).sorted().toArray();
        List<StoredRequest> found = new ArrayList<>(sorted.length);
        for (int from = 0, to = 1; from < sorted.length; from = to, to++) {
            while (to < sorted.length && sorted[to] - sorted[to - 1] <= GAP) {
                to++;
            }
            read(Arrays.copyOfRange(sorted, from, to), found);
        }
        return found;
    }

    private void read(long[] ids, List<StoredRequest> found) throws SQLException {
        select.setLong(1, ids[0]);
        select.setLong(2, ids[ids.length - 1]);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                if (Arrays.binarySearch(ids, id) >= 0) {
                    found.add(new StoredRequest(id, rows.getInt(2), rows.getString(3), Bytes.wrap(rows.getBytes(4)),
                            Bytes.wrap(BodyParts.whole(connection, id, rows.getBytes(5)))));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
