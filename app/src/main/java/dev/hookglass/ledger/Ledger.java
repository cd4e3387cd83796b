package dev.hookglass.ledger;

import dev.hookglass.event.Answer;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.filter.EventFilter;
import java.util.ArrayList;
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
    private volatile Pages pages = Pages.NONE;
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
        Page last = pages.last();
        if (last != null && entry.id() <= last.last()) {
            return;
        }
        if (last == null || last.isFull()) {
            last = new Page(Page.SIZE);
            add(last, entry);
            pages = pages.with(last);
        } else {
            add(last, entry);
        }
    }

    private void add(Page page, Entry entry) {
        page.add(entry, types.number(entry.type()), methods.number(entry.method()));
    }

    /** Adds events from before, in rising order; those that are here already, or are newer than one that is, are passed over. */
    public synchronized void addBefore(List<Entry> rising) {
        long first = pages.first();
        List<Entry> older = rising.stream().filter(entry -> entry.id() < first).toList();
        if (older.isEmpty()) {
            return;
        }
        List<Page> all = new ArrayList<>();
        for (int from = 0; from < older.size(); from += Page.SIZE) {
            List<Entry> part = older.subList(from, Math.min(older.size(), from + Page.SIZE));
            // The newest page of all is the one that grows.
            Page page = new Page(pages.last() == null ? Page.SIZE : part.size());
            part.forEach(entry -> add(page, entry));
            all.add(page);
        }
        pages = pages.after(all);
    }

    /**
     * Adds all events from before that a file has.
     *
     * @return whether they were added; not if some of them, or older ones, are here already
     */
    public synchronized boolean addBefore(LedgerFile file) {
        if (pages.first() <= file.lastId()) {
            return false;
        }
        int[] newTypes = types.numbers(file.types());
        int[] newMethods = methods.numbers(file.methods());
        file.pages().forEach(page -> page.renumber(newTypes, newMethods));
        pages = pages.after(file.pages());
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
            pages = Pages.NONE;
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
        if (forGood) {
            pages = pages.withoutEmpty();
        }
        version++;
    }

    /** Events that had gone are back. */
    public synchronized void restored(Collection<Long> ids) {
        if (isComplete() && ids.stream().anyMatch(id -> pages.of(id) == null)) {
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
        return EntryTest.of(filter, types, methods).map(test -> pages.find(test, after, filter.isAll()));
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
    void eachPart(EventIds ids, Pages.PartVisitor visitor) {
        pages.each(ids, visitor);
    }

    void eachPage(Consumer<Page> visitor) {
        pages.stream().forEach(visitor);
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
        Page page = pages.of(id);
        int at = page == null ? -1 : page.find(id);
        if (page != null && at >= 0) {
            change.accept(page, at);
        } else if (complete.getCount() > 0) {
            late.add(() -> change(id, change));
        }
    }
}
