package dev.hookglass.search;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.search.IndexFiles.State;
import dev.hookglass.store.ContentTable;
import dev.hookglass.store.StoredContent;
import dev.hookglass.store.TextIndex;
import dev.hookglass.store.ThreadEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The index of a data folder. A thread of its own follows what is committed, a tenth of the time while events arrive, so that
 * it is never in their way. It opens the files when something is looked for, or a moment after the start. Whatever is
 * wrong with them, they are made anew: the database has it all.
 */
public final class SearchIndex implements TextIndex, ContentTable.Watcher, AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    /** It would tell on the standard error stream that the processor's vectors are not used. */
    private static final Logger TALKATIVE = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final long MILLIS_AFTER_START = 5_000;
    private static final long BREATH_MILLIS = 250;
    /** So many times as long as it works it rests while events arrive. */
    private static final int WAY = 9;
    private static final long MOST_MILLIS_OF_WAY = 2_000;
    private static final long MOST_MILLIS_TO_OPEN = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long MOST_PAUSE_MILLIS = 300_000;
    private static final int GONE_AT_ONCE = 20_000;

    private final Path folder;
    private final ContentTable contents;
    private final Thread thread;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Long> gone = new ArrayList<>();
    private volatile @Nullable Snapshot current;
    private volatile long added;
    private volatile boolean isDamaged;
    private boolean wanted;
    private boolean news;
    private boolean closed;
    private long pause = FIRST_PAUSE_MILLIS;

    /**
     * Begins to follow.
     *
     * @param folder of its own; made if it is not there
     */
    public SearchIndex(Path folder, ContentTable contents) {
        this.folder = folder;
        this.contents = contents;
        TALKATIVE.setLevel(Level.OFF);
        contents.watch(this);
        thread = Thread.ofPlatform().daemon().name("search-index").unstarted(this::run);
        thread.start();
    }

    /**
     * Deletes the index of a folder that nobody has open.
     *
     * @throws Problem if that fails
     */
    public static void discard(Path folder) throws Problem {
        try {
            IndexFiles.clear(folder);
        } catch (IOException e) {
            throw new Problem("The search index in " + folder + " cannot be deleted (" + e.getMessage()
                    + "); check its permissions.", e);
        }
    }

    /**
     * How far it is.
     *
     * @param behind at most so many events are not in it yet
     */
    public record Progress(long indexed, long behind) {
        /** Nothing is known of it. */
        public static final Progress NONE = new Progress(0, 0);
    }

    /** How far it is. Never blocks. */
    public Progress progress() {
        Snapshot snapshot = current;
        return snapshot == null
                ? Progress.NONE
                : new Progress(snapshot.reader().numDocs(), Math.max(0, contents.lastId() - added));
    }

    /** Something was committed. Never blocks for long. */
    public synchronized void committed() {
        news = true;
        notifyAll();
    }

    @Override
    public synchronized void gone(List<Long> ids) {
        gone.addAll(ids);
    }

    @Override
    public void replaced() {
        damaged();
    }

    /** From now on it is not used, until it is made anew. */
    private synchronized void damaged() {
        isDamaged = true;
        notifyAll();
    }

    @Override
    public Optional<Look> look(List<String> texts, List<Header> headers) {
        awaitOpen();
        while (!isDamaged) {
            Snapshot snapshot = current;
            if (snapshot == null) {
                return Optional.empty();
            }
            if (snapshot.hold()) {
                return Optional.of(new CarefulLook(new IndexLook(snapshot, Grams.of(texts, headers)), this::damaged));
            }
        }
        return Optional.empty();
    }

    /** Opening takes less time than reading all events. */
    private void awaitOpen() {
        synchronized (this) {
            wanted = true;
            notifyAll();
        }
        try {
            boolean isOpen = opened.await(MOST_MILLIS_TO_OPEN, TimeUnit.MILLISECONDS);
            LOG.debug("The search index is open: {}", isOpen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            rest(MILLIS_AFTER_START, false);
            while (!isClosed()) {
                follow();
                rest(pause, isWanted());
                pause = Math.min(MOST_PAUSE_MILLIS, 2 * pause);
            }
        } catch (InterruptedException e) {
            LOG.error("The search index was interrupted", e);
        } finally {
            opened.countDown();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean endsNow() {
        return closed || isDamaged;
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    /** Waits so long, or until it is closed, or wanted, unless it rests also while it is wanted. */
    private synchronized void rest(long millis, boolean alsoWanted) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0 && !closed
                && (alsoWanted || !wanted); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private synchronized boolean takeNews() {
        boolean was = news;
        news = false;
        return was;
    }

    /** Waits for news, but not longer than that; 0 for as long as it takes. */
    private synchronized void awaitNews(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!news && !closed && !isDamaged && (millis == 0 || left > 0)) {
            wait(left);
            left = millis == 0 ? 0 : (end - System.nanoTime()) / 1_000_000;
        }
        news = false;
    }

    /** Follows until it is closed, or fails. */
    private void follow() throws InterruptedException {
        try (IndexFiles files = open()) {
            added = files.state().reached();
            Following following = new Following(files);
            following.publish();
            opened.countDown();
            following.sweep();
            while (!endsNow()) {
                following.step();
            }
            following.end();
        } catch (Problem e) {
            LOG.warn("The search index cannot follow for now: {}", e.sentence());
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("The search index failed, and is opened anew", e);
        } finally {
            replaceSnapshot(null);
            opened.countDown();
        }
    }

    private IndexFiles open() throws Problem, IOException {
        long database = contents.identity();
        if (!takeDamaged()) {
            try {
                IndexFiles files = IndexFiles.open(folder, database);
                if (isOfTheseEvents(files.state())) {
                    return files;
                }
                files.close();
            } catch (IOException e) {
                LOG.info("The search index is made anew: {}", e.getMessage());
            }
        }
        return IndexFiles.make(folder, database);
    }

    private synchronized boolean takeDamaged() {
        boolean was = isDamaged;
        isDamaged = false;
        return was;
    }

    /** After a power failure, or where the database was put back, ids are given again. */
    private boolean isOfTheseEvents(State state) throws Problem {
        Optional<StoredContent> last = contents.find(state.reached());
        return state.reached() <= contents.lastId()
                && last.map(content -> content.fingerprint().equals(state.fingerprint())).orElse(true);
    }

    private void replaceSnapshot(@Nullable Snapshot next) {
        Snapshot before = current;
        current = next;
        if (before != null) {
            before.release();
        }
    }

    private synchronized long[] takeGone(int least) {
        if (gone.size() < least) {
            return new long[0];
        }
        long[] taken = gone.stream().mapToLong(Long::longValue).toArray();
        gone.clear();
        return taken;
    }

    /** Ends it; what it lacks is added at the next start. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        ThreadEnd.await(thread);
    }

    /** The open files as they follow. */
    private final class Following {
        private static final int SOME = 500;
        private static final int MANY = 20_000;
        private static final int COMMIT = 100_000;
        private static final long NANOS_TO_COMMIT = 10_000_000_000L;

        private final IndexFiles files;
        private int unpublished;
        private int uncommitted;
        private long committedAt = System.nanoTime();

        Following(IndexFiles files) {
            this.files = files;
        }

        void publish() throws IOException {
            replaceSnapshot(files.snapshot());
            unpublished = 0;
        }

        private void commit() throws IOException {
            files.commit();
            uncommitted = 0;
            committedAt = System.nanoTime();
        }

        /** Adds what is there, or waits for news. */
        void step() throws Problem, IOException, InterruptedException {
            remove(GONE_AT_ONCE);
            long start = System.nanoTime();
            List<StoredContent> batch = contents.after(files.state().reached());
            if (batch.isEmpty()) {
                idle();
                return;
            }
            files.add(batch);
            added = files.state().reached();
            unpublished += batch.size();
            uncommitted += batch.size();
            long behind = contents.lastId() - added;
            // Many at a time while far behind: each publication costs the same.
            if (unpublished >= Math.clamp(behind, SOME, MANY)) {
                publish();
                pause = FIRST_PAUSE_MILLIS;
            }
            if (uncommitted >= COMMIT) {
                commit();
            }
            makeWay(System.nanoTime() - start);
        }

        /** While events arrive, nearly all of the time is theirs; what it lacks then is added once they pause. */
        private void makeWay(long workedNanos) throws InterruptedException {
            if (takeNews()) {
                rest(Math.min(MOST_MILLIS_OF_WAY, WAY * workedNanos / 1_000_000), isWanted());
            }
        }

        private void idle() throws IOException, InterruptedException {
            remove(1);
            if (unpublished >= SOME) {
                publish();
            }
            if (uncommitted > 0 && System.nanoTime() - committedAt > NANOS_TO_COMMIT) {
                commit();
            }
            awaitNews(uncommitted > 0 ? NANOS_TO_COMMIT / 1_000_000 : 0);
            rest(BREATH_MILLIS, isWanted());
        }

        private void remove(int least) throws IOException {
            long[] ids = takeGone(least);
            if (ids.length > 0) {
                files.remove(ids);
                uncommitted += ids.length;
            }
        }

        /** Takes out what has gone without it being told, as when the process was killed. */
        void sweep() throws Problem, IOException {
            Snapshot snapshot = current;
            if (snapshot != null && files.size() > contents.count()) {
                for (Segment segment : snapshot.segments()) {
                    for (List<Long> ids : segment.ids(SOME)) {
                        files.remove(contents.gone(ids).stream().mapToLong(Long::longValue).toArray());
                    }
                }
                publish();
            }
        }

        void end() throws IOException {
            if (!isDamaged) {
                remove(1);
                commit();
            }
        }
    }
}
