package dev.hookglass.ui.events;

import dev.hookglass.event.EventSummary;
import dev.hookglass.ledger.EventIds;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table, however many: an id for each, and the rows themselves only while they are in sight or were of late.
 * For the FX thread.
 */
final class RowList extends ObservableListBase<EventRow> {
    /** More than can be selected, which are asked for all together: those in sight must not go meanwhile. */
    private static final int MOST_KEPT = 4_000;

    private final LongConsumer onMissing;
    private final Map<Long, EventRow> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, EventRow> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private Ids ids = new Ids(EventIds.NONE, null);

    /**
     * The ids of the rows from the top.
     *
     * @param rising of which the last stands at the top
     * @param sorted their places in another order; null for the newest first
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and never given away.
    private record Ids(EventIds rising, int @Nullable [] sorted) {
        int size() {
            return sorted == null ? rising.size() : sorted.length;
        }

        long get(int index) {
            return rising.get(sorted == null ? rising.size() - 1 - index : sorted[index]);
        }

        int find(long id) {
            int found = rising.find(id);
            if (sorted == null || found < 0) {
                return found < 0 ? -1 : rising.size() - 1 - found;
            }
            for (int i = 0; i < sorted.length; i++) {
                if (sorted[i] == found) {
                    return i;
                }
            }
            return -1;
        }

        Ids minus(Set<Long> gone) {
            if (sorted == null) {
                return new Ids(rising.minus(gone), null);
            }
            int[] taken = gone.stream().mapToInt(rising::find).filter(place -> place >= 0).sorted().toArray();
            // Each moves up by as many as were taken away before it.
            int[] left = Arrays.stream(sorted).filter(place -> Arrays.binarySearch(taken, place) < 0)
                    .map(place -> place + 1 + Arrays.binarySearch(taken, place)).toArray();
            return new Ids(rising.minus(gone), left);
        }
    }

    /** @param onMissing told the id of a row that is asked for and has not been read */
    RowList(LongConsumer onMissing) {
        this.onMissing = onMissing;
    }

    @Override
    public EventRow get(int index) {
        EventRow row = row(ids.get(index));
        if (row.event() == null) {
            onMissing.accept(row.id());
        }
        return row;
    }

    private EventRow row(long id) {
        return kept.computeIfAbsent(id, EventRow::new);
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public int indexOf(@Nullable Object wanted) {
        return wanted instanceof EventRow row ? ids.find(row.id()) : -1;
    }

    @Override
    public boolean contains(@Nullable Object wanted) {
        return indexOf(wanted) >= 0;
    }

    /** Whether the rows are in another order than the newest first. */
    boolean isSorted() {
        return ids.sorted() != null;
    }

    /** The ids of the rows, in rising order. */
    EventIds shown() {
        return ids.rising();
    }

    /** Where an event's row is; -1 where it has none. */
    int indexOf(long id) {
        return ids.find(id);
    }

    /** Shows a row's content; without effect where it is not kept any more. */
    void fill(EventRow.Content content) {
        EventRow row = kept.get(content.event().id());
        if (row != null) {
            row.show(content);
        }
    }

    /** Shows content of rows that come into the table in a moment. */
    void prepare(List<EventRow.Content> contents) {
        contents.forEach(content -> row(content.event().id()).show(content));
    }

    /** Has the rows that are kept read anew, which may show what is not so any more. */
    void wantAgain() {
        List.copyOf(kept.keySet()).forEach(onMissing::accept);
    }

    /** Changes what is shown of some events. */
    void change(Set<Long> changed, UnaryOperator<EventSummary> change) {
        for (long id : changed) {
            EventRow row = kept.get(id);
            EventRow.Content content = row == null ? null : row.contentProperty().get();
            if (row != null && content != null) {
                row.show(new EventRow.Content(change.apply(content.event()), content.values()));
            }
        }
    }

    /** Takes events away. */
    void remove(Set<Long> gone) {
        replace(ids.minus(gone));
        gone.forEach(kept::remove);
    }

    /** Newer events stand above those that are there. Not for a sorted list. */
    void addAbove(EventIds all) {
        int more = all.size() - ids.size();
        if (more > 0) {
            beginChange();
            ids = new Ids(all, null);
            nextAdd(0, more);
            endChange();
        }
    }

    /** Older events stand below those that are there. Not for a sorted list. */
    void addBelow(EventIds all) {
        int before = ids.size();
        if (all.size() > before) {
            beginChange();
            ids = new Ids(all, null);
            nextAdd(before, all.size());
            endChange();
        }
    }

    /** Shows other rows. */
    void replace(EventIds rising, int @Nullable [] sorted) {
        replace(new Ids(rising, sorted));
    }

    private void replace(Ids others) {
        Ids before = ids;
        ids = others;
        modCount++;
        fireChange(new Replaced(this, before));
    }

    /** All rows instead of others, which are not made to tell it: JavaFX's own change would make a million. */
    private static final class Replaced extends ListChangeListener.Change<EventRow> {
        private final Ids before;
        private boolean isBegun;

        Replaced(RowList rows, Ids before) {
            super(rows);
            this.before = before;
        }

        @Override
        public boolean next() {
            boolean isFirst = !isBegun;
            isBegun = true;
            return isFirst;
        }

        @Override
        public void reset() {
            isBegun = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<EventRow> getRemoved() {
            return new AbstractList<>() {
                @Override
                public EventRow get(int index) {
                    return new EventRow(before.get(index));
                }

                @Override
                public int size() {
                    return before.size();
                }
            };
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
