package dev.hookglass.search;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.ContentTable;
import dev.hookglass.store.StoredContent;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open files as they follow what is committed. For the thread of the index. */
final class Following {
    private static final int SOME = 500;
    private static final int MANY = 20_000;
    private static final int COMMIT = 100_000;
    private static final long NANOS_TO_COMMIT = 10_000_000_000L;
    private static final long BREATH_MILLIS = 250;
    /** So many times as long as it works it rests while events arrive. */
    private static final int WAY = 9;
    private static final long MOST_MILLIS_OF_WAY = 2_000;
    private static final int GONE_AT_ONCE = 20_000;

    private final IndexFiles files;
    private final ContentTable contents;
    private final IndexNews news;
    private final Consumer<Snapshot> onPublished;
    private @Nullable Snapshot published;
    private int unpublished;
    private int uncommitted;
    private long committedAt = System.nanoTime();
    /** Up to here there was nothing more to add. */
    private long complete;
    private boolean isIdle;
    private long workedNanos;

    /**
     * @param news what there is to follow
     * @param onPublished given what can be looked through from now on, to be released by it
     */
    Following(IndexFiles files, ContentTable contents, IndexNews news, Consumer<Snapshot> onPublished) {
        this.files = files;
        this.contents = contents;
        this.news = news;
        this.onPublished = onPublished;
    }

    void publish() throws IOException {
        Snapshot next = files.snapshot();
        published = next;
        onPublished.accept(next);
        unpublished = 0;
    }

    private void commit() throws IOException {
        files.commit();
        uncommitted = 0;
        committedAt = System.nanoTime();
    }

    /** Up to which id it has all that there is, which the last ones may not be any more. */
    long complete() {
        return Math.max(complete, reached());
    }

    private long reached() {
        return files.state().reached();
    }

    /** Adds what is there. Gives whether it has published. */
    boolean step() throws Problem, IOException {
        remove(GONE_AT_ONCE);
        long start = System.nanoTime();
        long applied = contents.appliedId();
        List<StoredContent> batch = contents.after(reached());
        isIdle = batch.isEmpty();
        if (isIdle) {
            complete = applied;
            return false;
        }
        files.add(batch);
        unpublished += batch.size();
        uncommitted += batch.size();
        long behind = contents.lastId() - reached();
        // Many at a time while far behind: each publication costs the same.
        boolean isDue = unpublished >= Math.clamp(behind, SOME, MANY);
        if (isDue) {
            publish();
        }
        if (uncommitted >= COMMIT) {
            commit();
        }
        workedNanos = System.nanoTime() - start;
        return isDue;
    }

    /**
     * Waits for news where there was nothing to add. While events arrive, nearly all of the time is theirs; what it lacks then
     * is added once they pause.
     */
    void rest() throws IOException, InterruptedException {
        if (isIdle) {
            idle();
        } else if (news.takeCommitted()) {
            news.rest(Math.min(MOST_MILLIS_OF_WAY, WAY * workedNanos / 1_000_000), news.isWanted());
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
        news.awaitCommitted(uncommitted > 0 ? NANOS_TO_COMMIT / 1_000_000 : 0);
        news.rest(BREATH_MILLIS, news.isWanted());
    }

    private void remove(int least) throws IOException {
        long[] ids = news.takeGone(least);
        if (ids.length > 0) {
            files.remove(ids);
            uncommitted += ids.length;
        }
    }

    /** Takes out what has gone without it being told, as when the process was killed. */
    void sweep() throws Problem, IOException {
        Snapshot snapshot = published;
        if (snapshot != null && files.size() > contents.count()) {
            for (Segment segment : snapshot.segments()) {
                for (List<Long> ids : segment.ids(SOME)) {
                    files.remove(contents.gone(ids).stream().mapToLong(Long::longValue).toArray());
                }
            }
            publish();
        }
    }

    /** Has on disk what was added. */
    void end() throws IOException {
        if (!news.isDamaged()) {
            remove(1);
            commit();
        }
    }
}
