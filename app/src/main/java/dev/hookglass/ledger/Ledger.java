package dev.hookglass.ledger;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Of every stored event what it takes to filter, sort and count: so a million are looked through in some milliseconds, where
 * the database would read for seconds, and no index makes storing slower. It begins empty and idle; once {@linkplain #begin begun}, whoever stores events tells it what changes, and the events from before are added from the newest to the oldest.
 * Safe for use by many threads; reading never waits for writing.
 */
public final class Ledger {
    private static final int MOST_TYPES = 32_000;
    private static final int MOST_METHODS = 120;

    private volatile CountDownLatch complete = new CountDownLatch(1);
    private final Names types = new Names(MOST_TYPES);
    private final Names methods = new Names(MOST_METHODS);
    /** Changes of events that were not here when they changed; some may be on their way while the ledger is not complete. */
    private final List<Runnable> late = new ArrayList<>();
    private volatile Page[] pages = {};
    private volatile long version;
    private volatile boolean whole;
    private @Nullable Runnable load;

    // Writing

    /**
     * Takes events from now on, unless it does already.
     *
     * @param loading begins to {@linkplain #addBefore add} those from before; called again when they are others
     */
    public synchronized void begin(Runnable loading) {
        if (load == null) {
            load = loading;
            loading.run();
        }
    }

    /** Events were stored, in the order of their ids. */
    public synchronized void stored(List<EventSummary> events) {
        if (load != null) {
            events.forEach(event -> append(Entry.of(event)));
        }
    }

    private void append(Entry entry) {
        Page last = pages.length == 0 ? null : pages[pages.length - 1];
        if (last != null && entry.id() <= last.last()) {
            return;
        }
        if (last == null || last.isFull()) {
            last = new Page(Page.SIZE);
            add(last, entry);
            Page[] more = Arrays.copyOf(pages, pages.length + 1);
            more[pages.length] = last;
            pages = more;
        } else {
            add(last, entry);
        }
    }

    private void add(Page page, Entry entry) {
        page.add(entry, types.number(entry.type()), methods.number(entry.method()));
    }

    /** Adds events from before, in rising order; those that are here already, or are newer than one that is, are passed over. */
    public synchronized void addBefore(List<Entry> rising) {
        long first = pages.length == 0 ? Long.MAX_VALUE : pages[0].first();
        List<Entry> older = rising.stream().filter(entry -> entry.id() < first).toList();
        if (older.isEmpty()) {
            return;
        }
        List<Page> all = new ArrayList<>();
        for (int from = 0; from < older.size(); from += Page.SIZE) {
            List<Entry> part = older.subList(from, Math.min(older.size(), from + Page.SIZE));
            // The newest page of all is the one that grows.
            Page page = new Page(pages.length == 0 ? Page.SIZE : part.size());
            part.forEach(entry -> add(page, entry));
            all.add(page);
        }
        all.addAll(List.of(pages));
        pages = all.toArray(Page[]::new);
    }

    /**
     * Adds all events from before that a file has.
     *
     * @return whether they were added; not if some of them, or older ones, are here already
     */
    public synchronized boolean addBefore(LedgerFile file) {
        if (pages.length > 0 && pages[0].first() <= file.lastId()) {
            return false;
        }
        int[] newTypes = types.numbers(file.types());
        int[] newMethods = methods.numbers(file.methods());
        file.pages().forEach(page -> page.renumber(newTypes, newMethods));
        List<Page> all = new ArrayList<>(file.pages());
        all.addAll(List.of(pages));
        pages = all.toArray(Page[]::new);
        return true;
    }

    /**
     * No more is added from before.
     *
     * @param isAll whether everything was; not where the events could not be read
     */
    public synchronized void completed(boolean isAll) {
        late.forEach(Runnable::run);
        late.clear();
        whole = isAll;
        complete.countDown();
        version++;
    }

    /** Other events stand in the place of those that were noted. */
    public synchronized void replaced() {
        if (load != null) {
            pages = new Page[0];
            whole = false;
            complete = new CountDownLatch(1);
            version++;
            load.run();
        }
    }

    /** What the sender of an event got. */
    public synchronized void answered(long id, Answer answer) {
        change(id, (page, at) -> {
            page.statuses[at] = (short) answer.status();
            page.took[at] = (int) Math.min(Integer.MAX_VALUE, Entry.took(answer));
        });
    }

    /** An event has another verdict now. */
    public synchronized void judged(long id, Outcome outcome) {
        change(id, (page, at) -> page.outcomes[at] = (byte) outcome.code());
        version++;
    }

    /**
     * Events have gone.
     *
     * @param forGood whether they cannot come back: pages of which nothing is left are given up then
     */
    public synchronized void removed(Collection<Long> ids, boolean forGood) {
        ids.forEach(id -> change(id, (page, at) -> page.setGone(at, true)));
        if (forGood && Arrays.stream(pages).anyMatch(page -> page.isFull() && page.isEmpty())) {
            pages = Arrays.stream(pages).filter(page -> !page.isFull() || !page.isEmpty()).toArray(Page[]::new);
        }
        version++;
    }

    /** Events that had gone are back. */
    public synchronized void restored(Collection<Long> ids) {
        if (isComplete() && ids.stream().anyMatch(id -> pageOf(pages, id) == null)) {
            // Their page was given up.
            replaced();
        } else {
            ids.forEach(id -> change(id, (page, at) -> page.setGone(at, false)));
            version++;
        }
    }

    // Reading

    /** Rises whenever events of before have changed, gone or come back, so that what was found may not be so any more. */
    public long version() {
        return version;
    }

    /** Waits until the events from before are here. */
    public void awaitComplete() throws InterruptedException {
        complete.await();
    }

    public boolean isComplete() {
        return complete.getCount() == 0;
    }

    /** Whether it is complete and lacks nothing. */
    public boolean isWhole() {
        return whole;
    }

    /**
     * The events above an id that pass a filter.
     *
     * @return empty where the ledger does not know enough, as for what is in a body
     */
    public Optional<EventIds> find(EventFilter filter, long after) {
        return EntryTest.of(filter, types, methods).map(test -> {
            Page[] all = pages;
            EventIds.Builder found = new EventIds.Builder(filter.isAll() ? entries(all, after) : 0);
            int[] places = new int[Page.SIZE];
            for (Page page : all) {
                int size = page.size();
                if (page.ids[size - 1] > after) {
                    int count = page.present(page.ids[0] > after ? 0 : above(page, size, after), size, places);
                    found.add(page.ids, places, test.narrow(page, places, count));
                }
            }
            return found.build();
        });
    }

    private static int entries(Page[] pages, long after) {
        int entries = 0;
        for (Page page : pages) {
            entries += page.last() > after ? page.size() : 0;
        }
        return entries;
    }

    private static int above(Page page, int size, long after) {
        int at = Arrays.binarySearch(page.ids, 0, size, after);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Takes events of a page: where they are in it, and among the ids that were asked for. */
    interface PartVisitor {
        void take(Page page, int[] at, int[] place, int count);
    }

    /** Calls back for those of some events that are here, in their order. */
    void each(EventIds ids, ObjIntConsumer<Page> visitor) {
        eachPart(ids, (page, at, _, count) -> {
            for (int i = 0; i < count; i++) {
                visitor.accept(page, at[i]);
            }
        });
    }

    /** The same, page by page. The arrays are used again for the next one. */
    void eachPart(EventIds ids, PartVisitor visitor) {
        int[] at = new int[Page.SIZE];
        int[] place = new int[Page.SIZE];
        int from = 0;
        for (Page page : pages) {
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

    void eachPage(Consumer<Page> visitor) {
        List.of(pages).forEach(visitor);
    }

    List<String> typeNames() {
        return types.all();
    }

    List<String> methodNames() {
        return methods.all();
    }

    private void change(long id, ObjIntConsumer<Page> change) {
        if (load == null) {
            return;
        }
        Page page = pageOf(pages, id);
        int at = page == null ? -1 : page.find(id);
        if (page != null && at >= 0) {
            change.accept(page, at);
        } else if (complete.getCount() > 0) {
            late.add(() -> change(id, change));
        }
    }

    private static @Nullable Page pageOf(Page[] pages, long id) {
        int low = 0;
        int high = pages.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (id < pages[middle].first()) {
                high = middle - 1;
            } else if (id > pages[middle].last()) {
                low = middle + 1;
            } else {
                return pages[middle];
            }
        }
        return null;
    }
}
