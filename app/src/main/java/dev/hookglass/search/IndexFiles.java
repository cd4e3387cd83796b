package dev.hookglass.search;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.store.StoredContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The files of the index, one document for each event in the order of ids: only neighbours are merged. For one thread. They are
 * read through file channels and not mapped into memory, which would count as the program's own.
 */
final class IndexFiles implements AutoCloseable {
    static final String ID = "id";
    static final String GRAMS = "grams";
    /** Another one is not read, but made anew. Changes whenever what is in it, or how text is folded, does. */
    private static final String FORM = "1";
    private static final double BUFFER_MEGABYTES = 16;
    private static final int MOST_MERGES = 6;
    private static final FieldType GRAMS_TYPE = new FieldType();

    static {
        GRAMS_TYPE.setIndexOptions(IndexOptions.DOCS);
        GRAMS_TYPE.setOmitNorms(true);
        GRAMS_TYPE.freeze();
    }

    private final NIOFSDirectory directory;
    private final IndexWriter writer;
    private final long database;
    private final Grams grams = new Grams();
    private final GramStream stream = new GramStream(grams);
    private final NumericDocValuesField id = new NumericDocValuesField(ID, 0);
    private final Document document = new Document();
    private State state;

    /** How far it is: the last event that it has, and what tells that one from another with the same id. */
    record State(long reached, String fingerprint) {
        static final State NONE = new State(0, "");
    }

    private IndexFiles(NIOFSDirectory directory, IndexWriter writer, long database, State state) {
        this.directory = directory;
        this.writer = writer;
        this.database = database;
        this.state = state;
        document.add(id);
        document.add(new Field(GRAMS, stream, GRAMS_TYPE));
    }

    /**
     * Opens the files as they were committed last.
     *
     * @param database the identity of the events that they are of
     * @throws IOException if they are missing, damaged, or of another database or form; they can be made anew then
     */
    static IndexFiles open(Path folder, long database) throws IOException {
        NIOFSDirectory directory = new NIOFSDirectory(folder);
        try {
            State state;
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                state = state(reader, database);
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
            return new IndexFiles(directory, writer(directory, IndexWriterConfig.OpenMode.APPEND), database, state);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    private static State state(DirectoryReader reader, long database) throws IOException {
        Map<String, String> data = reader.getIndexCommit().getUserData();
        if (!FORM.equals(data.get("form")) || !Long.toString(database).equals(data.get("database"))) {
            throw new IOException("The search index is of another form, or of other events");
        }
        return new State(Long.parseLong(data.getOrDefault("reached", "0")), data.getOrDefault("fingerprint", ""));
    }

    /** Makes the files anew, with nothing in them. */
    static IndexFiles make(Path folder, long database) throws IOException {
        clear(folder);
        OwnerOnly.makeFolder(folder);
        NIOFSDirectory directory = new NIOFSDirectory(folder);
        return new IndexFiles(directory, writer(directory, IndexWriterConfig.OpenMode.CREATE), database, State.NONE);
    }

    private static IndexWriter writer(NIOFSDirectory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        ConcurrentMergeScheduler merging = new ConcurrentMergeScheduler();
        merging.setMaxMergesAndThreads(MOST_MERGES, 1);
        return new IndexWriter(directory, new IndexWriterConfig().setOpenMode(mode)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(merging)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /** Deletes a folder of files; without effect where there is none. */
    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    State state() {
        return state;
    }

    /** How many events it has. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /** Adds the next events. */
    void add(List<StoredContent> rising) throws IOException {
        for (StoredContent content : rising) {
            grams.of(content.head(), content.body());
            id.setLongValue(content.id());
            writer.addDocument(document);
        }
        StoredContent last = rising.getLast();
        state = new State(last.id(), last.fingerprint());
    }

    /** Takes events out. */
    void remove(long[] ids) throws IOException {
        writer.deleteDocuments(NumericDocValuesField.newSlowSetQuery(ID, ids));
    }

    Snapshot snapshot() throws IOException {
        DirectoryReader reader = DirectoryReader.open(writer);
        try {
            return Snapshot.of(reader, state.reached());
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Has it all on disk, and stay there whatever happens. */
    void commit() throws IOException {
        writer.setLiveCommitData(Map.of("form", FORM, "database", Long.toString(database), "reached",
                Long.toString(state.reached()), "fingerprint", state.fingerprint()).entrySet());
        writer.commit();
    }

    /** Ends as it was committed last. */
    @Override
    public void close() throws IOException {
        try (directory) {
            // Unlike a close, it does not wait for merges under way.
            writer.rollback();
        }
    }
}
