package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which way events are paged. */
enum PageOrder {
    /** From an id downwards. */
    OLDER("id < ?", "id > ?", "DESC", Long.MIN_VALUE),
    /** From an id upwards. */
    NEWER("id > ?", "id < ?", "ASC", Long.MAX_VALUE);

    private final String from;
    private final String until;
    private final String order;
    private final long end;

    PageOrder(String from, String until, String order, long end) {
        this.from = from;
        this.until = until;
        this.order = order;
        this.end = end;
    }

    /** The condition that ends before an id. */
    String until() {
        return until;
    }

    /** An id that no event reaches. */
    long end() {
        return end;
    }

    /** The first events beyond an id that fulfil a condition. */
    List<EventSummary> page(Connection connection, SqlCondition condition, long beyond, int limit)
            throws SQLException {
        SqlCondition whole = condition.and(from, beyond);
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + EventRows.SELECTED + " FROM "
                + EventRows.TABLES + " WHERE " + whole.sql() + " ORDER BY " + whole.orderedBy(order) + " LIMIT ?")) {
            statement.setInt(whole.bind(statement), limit);
            List<EventSummary> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(EventRows.read(rows));
                }
            }
            return page;
        }
    }
}
