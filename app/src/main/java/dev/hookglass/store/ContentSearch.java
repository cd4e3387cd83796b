package dev.hookglass.store;

import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.ledger.EventIds;
import dev.hookglass.ledger.Ledger;
import dev.hookglass.store.EventQueries.Contents;
import dev.hookglass.store.TextIndex.Look;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page of events whose content passes a filter. What the index knows is asked of it, the rest is read; whatever is found is
 * tested by its content. Where the index finds many and the other conditions may be what makes the page small, these go first.
 */
final class ContentSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ContentSearch.class);
    private static final int SCAN = 1_000;
    /** As many can be looked up one by one in less time than a filter without an index takes. */
    private static final int MANY = 10_000;

    private final Connection connection;
    private final EventFilter filter;
    private final SqlCondition condition;
    private final ContentTest test;
    private final PageOrder order;
    private final BooleanSupplier isCancelled;

    ContentSearch(Connection connection, EventFilter filter, PageOrder order, BooleanSupplier isCancelled) {
        this.connection = connection;
        this.filter = filter;
        this.condition = SqlCondition.of(filter);
        this.test = ContentTest.of(filter);
        this.order = order;
        this.isCancelled = isCancelled;
    }

    /** Up to {@code limit} events beyond an id; fewer when cancelled. */
    List<EventSummary> page(TextIndex index, Ledger ledger, long from, int limit) throws SQLException {
        List<String> texts = test.texts();
        Optional<Look> look = texts.isEmpty() ? Optional.empty() : index.look(texts, test.wholeHeaders());
        try (Contents contents = new Contents(connection)) {
            if (look.isPresent()) {
                try (Look found = look.get()) {
                    return new Page(contents, limit).fill(found, ledger, from);
                } catch (TextIndexException e) {
                    LOG.warn("The search index cannot be read; the events are read instead", e);
                }
            }
            return new Page(contents, limit).read(from, order.end());
        }
    }

    /** The page as it is filled. */
    private final class Page {
        private final Contents contents;
        private final int limit;
        private final List<EventSummary> events = new ArrayList<>();

        Page(Contents contents, int limit) {
            this.contents = contents;
            this.limit = limit;
        }

        boolean isOpen() {
            return events.size() < limit && !isCancelled.getAsBoolean();
        }

        private void test(List<EventSummary> candidates) throws SQLException {
            for (EventSummary candidate : candidates) {
                if (!isOpen()) {
                    return;
                }
                if (contents.passes(candidate, test)) {
                    events.add(candidate);
                }
            }
        }

        List<EventSummary> fill(Look look, Ledger ledger, long from) throws SQLException {
            // The index knows the ids up to “reached”; the rest is newer.
            long edge = look.reached();
            switch (order) {
                case OLDER -> {
                    read(from, edge);
                    find(look, ledger, Math.min(from, edge + 1));
                }
                case NEWER -> {
                    find(look, ledger, from);
                    read(Math.max(from, edge), order.end());
                }
            }
            return events;
        }

        /** Reads all candidates between two ids, without these. */
        List<EventSummary> read(long from, long end) throws SQLException {
            SqlCondition within = condition.and(order.until(), end);
            long at = from;
            while (isOpen()) {
                List<EventSummary> candidates = order.page(connection, within, at, SCAN);
                test(candidates);
                if (candidates.size() < SCAN) {
                    break;
                }
                at = candidates.getLast().id();
            }
            return events;
        }

        private void find(Look look, Ledger ledger, long from) throws SQLException {
            if (condition.isTrue() || !look.exceeds(MANY)) {
                findByText(look, from);
                return;
            }
            Optional<EventIds> known = ledger.isComplete()
                    ? ledger.find(filter.withoutContent(), order == PageOrder.OLDER ? 0 : from)
                    : Optional.empty();
            if (known.isPresent()) {
                findAmong(look, known.get(), from);
            } else {
                findByCondition(look, from);
            }
        }

        /** Of the events that fulfil the other conditions, which are all known. */
        private void findAmong(Look look, EventIds ids, long from) throws SQLException {
            int place = ids.find(order == PageOrder.OLDER ? from : look.reached() + 1);
            int end = place < 0 ? -1 - place : place;
            for (int done = 0; done < end && isOpen(); done += SCAN) {
                int first = order == PageOrder.OLDER ? Math.max(0, end - done - SCAN) : done;
                int last = order == PageOrder.OLDER ? end - done : Math.min(end, done + SCAN);
                long[] found = look.among(IntStream.range(first, last).mapToLong(ids::get).toArray());
                int count = found.length;
                testEach(order == PageOrder.NEWER
                        ? found
                        : IntStream.range(0, count).mapToLong(i -> found[count - 1 - i]).toArray());
            }
        }

        private void findByText(Look look, long from) throws SQLException {
            long at = from;
            int step = limit + limit / 4;
            while (isOpen()) {
                long[] ids = order == PageOrder.OLDER ? look.older(at, step) : look.newer(at, step);
                if (ids.length == 0) {
                    break;
                }
                testEach(ids);
                at = ids[ids.length - 1];
                step = Math.min(SCAN, 2 * step);
            }
        }

        /** One by one, or H2 might go through the whole table for some hundreds of them. */
        private void testEach(long[] ids) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement("SELECT " + EventRows.SELECTED + " FROM "
                    + EventRows.TABLES + " WHERE " + condition.sql() + " AND id = ?")) {
                int last = condition.bind(select);
                for (int i = 0; i < ids.length && isOpen(); i++) {
                    select.setLong(last, ids[i]);
                    try (ResultSet rows = select.executeQuery()) {
                        if (rows.next()) {
                            test(List.of(EventRows.read(rows)));
                        }
                    }
                }
            }
        }

        private void findByCondition(Look look, long from) throws SQLException {
            SqlCondition within = condition.and("id <= ?", look.reached());
            long at = from;
            while (isOpen()) {
                List<EventSummary> candidates = order.page(connection, within, at, SCAN);
                long[] found = look.among(candidates.stream().mapToLong(EventSummary::id).sorted().toArray());
                test(candidates.stream().filter(event -> Arrays.binarySearch(found, event.id()) >= 0).toList());
                if (candidates.size() < SCAN) {
                    break;
                }
                at = candidates.getLast().id();
            }
        }
    }
}
