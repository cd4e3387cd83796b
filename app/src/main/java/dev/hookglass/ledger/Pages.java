package dev.hookglass.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of a ledger at some moment, in the order of their ids. Which pages they are never changes; the last one grows. */
final class Pages {
    static final Pages NONE = new Pages(new Page[0]);

    private final Page[] all;

    private Pages(Page[] all) {
        this.all = all;
    }

    /** Takes the entries of a page that were asked for: where they are in it, and among the ids that were asked for. */
    interface PartVisitor {
        void take(Page page, int[] at, int[] place, int count);
    }

    Stream<Page> stream() {
        return Arrays.stream(all);
    }

    /** The lowest id. */
    long first() {
        return all.length == 0 ? Long.MAX_VALUE : all[0].first();
    }

    /** The page that grows. */
    @Nullable
    Page last() {
        return all.length == 0 ? null : all[all.length - 1];
    }

    Pages with(Page newer) {
        Page[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = newer;
        return new Pages(more);
    }

    Pages after(List<Page> older) {
        List<Page> more = new ArrayList<>(older);
        more.addAll(List.of(all));
        return new Pages(more.toArray(Page[]::new));
    }

    /** Those that have something left, or room. */
    Pages withoutEmpty() {
        Page[] left = stream().filter(page -> !page.isFull() || !page.isEmpty()).toArray(Page[]::new);
        return left.length == all.length ? this : new Pages(left);
    }

    /** The page that would have an id. */
    @Nullable
    Page of(long id) {
        int low = 0;
        int high = all.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (id < all[middle].first()) {
                high = middle - 1;
            } else if (id > all[middle].last()) {
                low = middle + 1;
            } else {
                return all[middle];
            }
        }
        return null;
    }

    /**
     * The events above an id that pass a test.
     *
     * @param passesAll whether all do, so that room is made for them at once
     */
    EventIds find(EntryTest test, long after, boolean passesAll) {
        EventIds.Builder found = new EventIds.Builder(passesAll ? entries(after) : 0);
        int[] places = new int[Page.SIZE];
        for (Page page : all) {
            int size = page.size();
            if (page.ids[size - 1] > after) {
                int count = page.present(page.ids[0] > after ? 0 : above(page, size, after), size, places);
                found.add(page.ids, places, test.narrow(page, places, count));
            }
        }
        return found.build();
    }

    private int entries(long after) {
        return stream().filter(page -> page.last() > after).mapToInt(Page::size).sum();
    }

    private static int above(Page page, int size, long after) {
        int at = Arrays.binarySearch(page.ids, 0, size, after);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Calls back, page by page, for those of some events that are here. The arrays are used again for the next page. */
    void each(EventIds ids, PartVisitor visitor) {
        int[] at = new int[Page.SIZE];
        int[] place = new int[Page.SIZE];
        int from = 0;
        for (Page page : all) {
            int end = from;
            int count = 0;
            int next = 0;
            int size = page.size();
            while (end < ids.size() && ids.get(end) <= page.ids[size - 1]) {
                long id = ids.get(end);
                while (page.ids[next] < id) {
                    next++;
                }
                if (page.ids[next] == id) {
                    at[count] = next;
                    place[count++] = end;
                }
                end++;
            }
            from = end;
            if (count > 0) {
                visitor.take(page, at, place, count);
            }
        }
    }
}
