package dev.hookglass.store;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings H2 to the version that the last commit wrote, in a file that was not closed in order.
 *
 * <p>It may take an <b>older</b> one. Each commit writes a version; the header names one, each one tells where the next is
 * likely to be, and where that did not come true the header is written anew. But H2 2.5.252 then writes the number of the
 * version before into it ({@code RandomAccessStore.writeChunk} comes before {@code lastChunk} is set), so that nothing leads to
 * the newest: as many as twenty are passed over, and where what the older one needs is overwritten by then, H2 settles for any
 * that has all it needs, however old. All of them are there: H2's recovery mode looks for them in the whole file, which takes
 * seconds for each gigabyte; so it is used only where something is missing.
 *
 * <p>It may take a <b>newer</b> one, which a large transaction wrote on its way because its memory was full. Was that while its
 * rows were being marked as committed, H2 2.5.252 neither ends nor undoes it ({@code Transaction.commit} passes over what is
 * committed already), and turns round for ever where another wants to change one of these rows. The journal has all of it, so
 * the file goes back to the commit before.
 */
final class CommittedVersion {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedVersion.class);
    /** So begin H2's names of the maps with what open transactions would undo. */
    private static final String UNDO_LOG = "undoLog";

    private CommittedVersion() {}

    /**
     * Has H2 take that version. A file that H2 cannot read at all, or that is in use, is left as it is.
     *
     * @param file with H2's name of its file system
     * @param committed the version that the last commit wrote, as far as is known; 0 where it is not
     */
    static void take(String file, long committed) {
        if (committed == 0) {
            return;
        }
        try {
            long taken;
            boolean isAmid;
            try (MVStore store = new MVStore.Builder().fileName(file).readOnly().open()) {
                taken = version(store);
                isAmid = store.getMapNames().stream()
                        .anyMatch(name -> name.startsWith(UNDO_LOG) && store.hasData(name));
            }
            if (taken < committed) {
                try (MVStore store = new MVStore.Builder().fileName(file).recoveryMode().open()) {
                    LOG.info("H2 would have gone back to version {} of the events; {} was found, {} was the last",
                            taken, version(store), committed);
                }
            } else if (taken > committed && isAmid) {
                try (MVStore store = new MVStore.Builder().fileName(file).autoCommitDisabled().open()) {
                    store.rollbackTo(committed);
                    LOG.info("Version {} of the events is from amid a transaction; {} was the last before", taken,
                            committed);
                }
            }
        } catch (MVStoreException | IllegalArgumentException e) {
            LOG.debug("The versions in {} cannot be told", file, e);
        }
    }

    private static long version(MVStore store) {
        return store.getFileStore().lastChunkVersion();
    }
}
