package dev.hookglass.bench;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.Tally;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;

/** Compares what was acknowledged with what is in the file. */
final class Stored {
    private Stored() {}

    /** Says how many are there; fails if one that was acknowledged is not. */
    static void require(long acknowledged, Path data) {
        long stored;
        try (Workbench workbench = Workbench.open(data)) {
            stored = workbench.events().tallies().stream().mapToLong(Tally::events).sum();
        } catch (Problem e) {
            throw new IllegalStateException(e.sentence(), e);
        }
        System.out.printf("Acknowledged %,d, in the file %,d.%n", acknowledged, stored);
        if (stored < acknowledged) {
            throw new IllegalStateException("Acknowledged events are missing");
        }
    }
}
