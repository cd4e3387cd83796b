package dev.hookglass.store;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings H2 to the newest version in a file that was not closed in order. Each commit writes a version; the header names one,
 * each one tells where the next is likely to be, and where that did not come true the header is written anew. But H2 2.5.252
 * then writes the number of the version before into it ({@code RandomAccessStore.writeChunk} comes before {@code lastChunk} is
 * set), so that nothing leads to the newest: as many as twenty are passed over, and where what the older one needs is
 * overwritten by then, H2 settles for any that has all it needs, however old. All of them are there: H2's recovery mode looks
 * for them in the whole file, which takes seconds for each gigabyte; so it is used only where something is missing.
 */
final class NewestVersion {
    private static final Logger LOG = LoggerFactory.getLogger(NewestVersion.class);

    private NewestVersion() {}

    /**
     * Has the file's header name the newest version, if H2 would take an older one. A file that H2 cannot read at all, or that
     * is in use, is left as it is.
     *
     * @param file with H2's name of its file system
     * @param committed the version that the last commit wrote, as far as is known
     */
    static void find(String file, long committed) {
        try {
            long taken = version(new MVStore.Builder().fileName(file).readOnly());
            if (taken < committed) {
                long found = version(new MVStore.Builder().fileName(file).recoveryMode());
                LOG.info("H2 would have gone back to version {} of the events; {} was found, {} was the last", taken,
                        found, committed);
            }
        } catch (MVStoreException e) {
            LOG.debug("The versions in {} cannot be told", file, e);
        }
    }

    private static long version(MVStore.Builder builder) {
        try (MVStore store = builder.open()) {
            return store.getFileStore().lastChunkVersion();
        }
    }
}
