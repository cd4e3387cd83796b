package dev.hookglass.workbench;

import dev.hookglass.certificate.SelfSigned;
import dev.hookglass.certificate.ServerCertificate;
import dev.hookglass.folder.DataFolder;
import dev.hookglass.problem.Problem;
import dev.hookglass.search.SearchIndex;
import dev.hookglass.store.Salvage;
import dev.hookglass.target.Targets;
import java.nio.file.Path;
import java.time.InstantSource;

/** What is done with a data folder without opening its events. */
public final class ClosedFolder {
    static final String SEARCH = "search";

    private ClosedFolder() {}

    /** Work on the events of a folder that nobody has open. */
    @FunctionalInterface
    public interface Repair<T> {
        T run(Salvage salvage) throws Problem;
    }

    /** Does something about a data folder's events before it is opened. */
    public static <T> T repair(Path path, Repair<T> repair) throws Problem {
        DataFolder folder = DataFolder.open(path);
        try {
            // What it is of may be put back or mended: the index is made anew.
            SearchIndex.discard(folder.resolve(SEARCH));
            return repair.run(new Salvage(folder.path(), InstantSource.system()));
        } finally {
            folder.close();
        }
    }

    /**
     * The certificate that this folder's receiver shows unless a person has another; made when it is first asked for.
     *
     * @throws Problem if it cannot be read or written
     */
    public static ServerCertificate certificate(Path path) throws Problem {
        return SelfSigned.in(path.resolve("tls"), InstantSource.system());
    }

    /** Where to send; if the folder is not open, what is changed in them must not be saved. */
    public static Targets targets(Path path) throws Problem {
        return Targets.load(path.resolve("targets.json"));
    }
}
