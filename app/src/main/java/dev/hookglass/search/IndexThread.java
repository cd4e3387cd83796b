package dev.hookglass.search;

import dev.hookglass.problem.Problem;
import dev.hookglass.search.IndexFiles.State;
import dev.hookglass.store.ContentTable;
import dev.hookglass.store.StoredContent;
import dev.hookglass.store.ThreadEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that follows what is committed, a tenth of the time while events arrive, so that it is never in their way. It
 * opens the files when something is looked for, or a moment after the start. Whatever is wrong with them, they are made anew:
 * the database has it all.
 */
final class IndexThread {
    private static final Logger LOG = LoggerFactory.getLogger(IndexThread.class);
    private static final long MILLIS_AFTER_START = 5_000;
    private static final long MOST_MILLIS_TO_OPEN = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long MOST_PAUSE_MILLIS = 300_000;

    private final Path folder;
    private final ContentTable contents;
    private final IndexNews news;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("search-index").unstarted(this::run);
    private volatile @Nullable Snapshot current;
    private volatile long complete;
    private long pause = FIRST_PAUSE_MILLIS;

    IndexThread(Path folder, ContentTable contents, IndexNews news) {
        this.folder = folder;
        this.contents = contents;
        this.news = news;
    }

    void start() {
        thread.start();
    }

    /** What can be looked through at the moment; whoever does holds it. Null while there is nothing. */
    @Nullable
    Snapshot current() {
        return current;
    }

    /** Up to which id it has all events, though they may not be published yet. */
    long complete() {
        return complete;
    }

    /** Opening takes less time than reading all events. */
    void awaitOpen() {
        news.want();
        try {
            boolean isOpen = opened.await(MOST_MILLIS_TO_OPEN, TimeUnit.MILLISECONDS);
            LOG.debug("The search index is open: {}", isOpen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            news.rest(MILLIS_AFTER_START, false);
            while (!news.isClosed()) {
                follow();
                news.rest(pause, news.isWanted());
                pause = Math.min(MOST_PAUSE_MILLIS, 2 * pause);
            }
        } catch (InterruptedException e) {
            LOG.error("The search index was interrupted", e);
        } finally {
            opened.countDown();
        }
    }

    /** Follows until it is closed, or fails. */
    private void follow() throws InterruptedException {
        try (IndexFiles files = open()) {
            Following following = new Following(files, contents, news, this::replaceSnapshot);
            complete = following.complete();
            following.publish();
            opened.countDown();
            following.sweep();
            while (!news.endsNow()) {
                if (following.step()) {
                    pause = FIRST_PAUSE_MILLIS;
                }
                complete = following.complete();
                following.rest();
            }
            following.end();
        } catch (Problem e) {
            LOG.warn("The search index cannot follow for now: {}", e.sentence());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index failed, and is opened anew", e);
        } finally {
            replaceSnapshot(null);
            opened.countDown();
        }
    }

    private IndexFiles open() throws Problem, IOException {
        long database = contents.identity();
        if (!news.takeDamaged()) {
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

    /** Ends it; what the index lacks is added at the next start. */
    void end() {
        news.close();
        ThreadEnd.await(thread);
    }
}
