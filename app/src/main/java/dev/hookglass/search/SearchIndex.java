package dev.hookglass.search;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.ContentTable;
import dev.hookglass.store.TextIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The index of a data folder: how it is looked through, while a thread of its own follows what is committed. Safe for use by
 * many threads.
 */
public final class SearchIndex implements TextIndex, ContentTable.Watcher, AutoCloseable {
    /** It would tell on the standard error stream that the processor's vectors are not used. */
    private static final Logger TALKATIVE = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final ContentTable contents;
    private final IndexNews news = new IndexNews();
    private final IndexThread thread;

    /**
     * Begins to follow.
     *
     * @param folder of its own; made if it is not there
     */
    public SearchIndex(Path folder, ContentTable contents) {
        this.contents = contents;
        this.thread = new IndexThread(folder, contents, news);
        TALKATIVE.setLevel(Level.OFF);
        contents.watch(this);
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
        Snapshot snapshot = thread.current();
        return snapshot == null
                ? Progress.NONE
                : new Progress(snapshot.reader().numDocs(), Math.max(0, contents.lastId() - thread.complete()));
    }

    /** Something was committed. Never blocks for long. */
    public void committed() {
        news.committed();
    }

    @Override
    public void gone(List<Long> ids) {
        news.gone(ids);
    }

    @Override
    public void replaced() {
        news.damaged();
    }

    @Override
    public Optional<Look> look(List<String> texts, List<Header> headers) {
        thread.awaitOpen();
        while (!news.isDamaged()) {
            Snapshot snapshot = thread.current();
            if (snapshot == null) {
                return Optional.empty();
            }
            if (snapshot.hold()) {
                return Optional
                        .of(new CarefulLook(new IndexLook(snapshot, Grams.of(texts, headers)), news::damaged));
            }
        }
        return Optional.empty();
    }

    /** Ends it; what it lacks is added at the next start. */
    @Override
    public void close() {
        thread.end();
    }
}
