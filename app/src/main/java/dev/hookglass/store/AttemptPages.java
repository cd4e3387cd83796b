package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;

/**
 * The attempts of runs, many together in one row, on one connection. An attempt is looked for in those pages whose events have
 * its event between them: few, where events are sent in the order received.
 */
final class AttemptPages {
    /** How many are recorded together at least, for pages to be worth it. */
    private static final int MANY = 16;

    private final Connection connection;

    AttemptPages(Connection connection) {
        this.connection = connection;
    }

    /** Whether of those that are recorded together one stands in a page. */
    static boolean take(List<Sent> together, Sent sent) {
        return together.size() >= MANY && PagedAttempt.fits(sent);
    }

    /** Writes attempts, which come in the order of their ids. */
    void write(List<PagedAttempt> attempts) throws SQLException {
        AttemptPageWriter page = new AttemptPageWriter();
        for (PagedAttempt attempt : attempts) {
            page.add(attempt);
            if (page.isFull()) {
                write(page);
                page = new AttemptPageWriter();
            }
        }
        if (!page.isEmpty()) {
            write(page);
        }
    }

    private void write(AttemptPageWriter page) throws SQLException {
        try (PreparedStatement place = connection.prepareStatement("INSERT INTO attempt_page VALUES (?,?,?,?,?)");
                PreparedStatement content = connection
                        .prepareStatement("INSERT INTO attempt_page_content VALUES (?,?)")) {
            place.setLong(1, page.firstId());
            place.setLong(2, page.lastId());
            place.setLong(3, page.firstEvent());
            place.setLong(4, page.lastEvent());
            place.setBytes(5, page.outcomes());
            place.executeUpdate();
            content.setLong(1, page.firstId());
            content.setBytes(2, page.bytes());
            content.executeUpdate();
        }
    }

    /** The highest id; 0 if there is none. */
    long lastId() throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT last_id FROM attempt_page ORDER BY first_id DESC LIMIT 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The first ids of pages that may hold attempts to send some events, the newest first. */
    private List<Long> pages(long lastId, long fromEvent, long toEvent) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT first_id FROM attempt_page"
                + " WHERE first_id <= ? AND first_event <= ? AND last_event >= ? ORDER BY first_id DESC")) {
            select.setLong(1, lastId);
            select.setLong(2, toEvent);
            select.setLong(3, fromEvent);
            List<Long> pages = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    pages.add(rows.getLong(1));
                }
            }
            return pages;
        }
    }

    private List<PagedAttempt> read(long firstId) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT attempts FROM attempt_page_content WHERE first_id = ?")) {
            select.setLong(1, firstId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? AttemptPageReader.all(rows.getBytes(1)) : List.of();
            }
        }
    }

    private List<PagedOutcome> outcomes(long firstId) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT outcomes FROM attempt_page WHERE first_id = ?")) {
            select.setLong(1, firstId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? AttemptPageReader.outcomes(rows.getBytes(1)).reversed() : List.of();
            }
        }
    }

    /**
     * What the last attempts to send events came to.
     *
     * @param wanted which events, and where to
     * @param lastId the highest id that is looked at
     */
    List<PagedOutcome> last(Set<SentTo> wanted, long lastId) throws SQLException {
        List<PagedOutcome> found = new ArrayList<>();
        Set<SentTo> left = new HashSet<>(wanted);
        LongSummaryStatistics events = wanted.stream().mapToLong(SentTo::event).summaryStatistics();
        for (Iterator<Long> pages = pages(lastId, events.getMin(), events.getMax()).iterator(); pages.hasNext()
                && !left.isEmpty();) {
            for (PagedOutcome outcome : outcomes(pages.next())) {
                if (outcome.id() <= lastId && left.remove(outcome.place())) {
                    found.add(outcome);
                }
            }
        }
        return found;
    }

    /** What the newest attempts came to, the newest first. */
    List<PagedOutcome> newest(int limit) throws SQLException {
        List<PagedOutcome> newest = new ArrayList<>();
        for (Iterator<Long> pages = pages(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE).iterator(); pages.hasNext()
                && newest.size() < limit;) {
            outcomes(pages.next()).stream().limit(limit - newest.size()).forEach(newest::add);
        }
        return newest;
    }

    /** One attempt. */
    Optional<Attempt> find(long id, EventBodies bodies) throws SQLException {
        Optional<Long> page = pages(id, Long.MIN_VALUE, Long.MAX_VALUE).stream().findFirst();
        Optional<PagedAttempt> found = page.isEmpty()
                ? Optional.empty()
                : read(page.get()).stream().filter(paged -> paged.attempt().id() == id).findFirst();
        return found.isEmpty() ? Optional.empty() : Optional.of(whole(found.get(), bodies));
    }

    /** The attempts to send an event, newest first. */
    List<Attempt> ofEvent(long event, EventBodies bodies) throws SQLException {
        List<Attempt> found = new ArrayList<>();
        for (long page : pages(Long.MAX_VALUE, event, event)) {
            for (PagedAttempt paged : read(page).reversed()) {
                if (paged.eventId() == event) {
                    found.add(whole(paged, bodies));
                }
            }
        }
        return found;
    }

    private static Attempt whole(PagedAttempt paged, EventBodies bodies) throws SQLException {
        Attempt attempt = paged.attempt();
        OutboundRequest sent = attempt.request();
        return paged.isBodyOfEvent()
                ? new Attempt(attempt.id(), attempt.deliveryId(), attempt.number(), attempt.at(), attempt.eventId(),
                        new OutboundRequest(sent.method(), sent.url(), sent.headers(), bodies.of(paged.eventId())),
                        attempt.outcome())
                : attempt;
    }

    /** Takes away the attempts to send some events. */
    void remove(List<Long> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        Set<Long> gone = new HashSet<>(events);
        for (long first : pages(Long.MAX_VALUE, Collections.min(gone), Collections.max(gone))) {
            List<PagedAttempt> page = read(first);
            List<PagedAttempt> left = page.stream().filter(paged -> !gone.contains(paged.eventId())).toList();
            if (left.size() < page.size()) {
                StoredRows.delete(connection, "attempt_page WHERE first_id", List.of(first));
                StoredRows.delete(connection, "attempt_page_content WHERE first_id", List.of(first));
                write(left);
            }
        }
    }
}
