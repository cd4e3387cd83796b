package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.Salvage;
import dev.hookglass.store.UnreadableStore;
import dev.hookglass.workbench.ClosedFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hookglass repair}: the ways on from an event database that is damaged or not whole. */
@Command(name = "repair", mixinStandardHelpOptions = true, description = "Says what is wrong with the event database and shows the ways on. Nothing is deleted by any of them.")
final class RepairCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @ArgGroup
    private Way way = new Way();

    @Spec
    private CommandSpec spec;

    /** What to do. */
    static final class Way {
        @Option(names = "--start-fresh", description = "Set the file aside and begin with no events.")
        private boolean startFresh;

        @Option(names = "--restore-newest", description = "Set the file aside and restore the newest backup in the data folder.")
        private boolean restoreNewest;

        @Option(names = "--as-it-is", description = "Open what is there, though events are missing from it.")
        private boolean asItIs;
    }

    @Override
    public Integer call() throws Problem {
        PrintWriter out = spec.commandLine().getOut();
        if (way.startFresh) {
            ClosedFolder.repair(data.path(), Salvage::setAside)
                    .ifPresent(aside -> out.println("The damaged file is now " + aside + "."));
        } else if (way.restoreNewest) {
            Salvage.Backup newest = Salvage.newestBackup(data.path())
                    .orElseThrow(() -> new Problem("There is no backup in " + data.path().resolve(Salvage.BACKUPS)
                            + "; name one with “hookglass restore FILE”."));
            ClosedFolder.repair(data.path(), salvage -> salvage.restore(newest.file()))
                    .ifPresent(aside -> out.println("The damaged file is now " + aside + "."));
            out.println("Restored " + newest.file() + ".");
        } else if (way.asItIs) {
            ClosedFolder.repair(data.path(), salvage -> {
                salvage.takeAsItIs();
                return true;
            });
        } else {
            return look(out);
        }
        return 0;
    }

    private int look(PrintWriter out) throws Problem {
        try {
            data.open().close();
            out.println("The event database is in order.");
            return 0;
        } catch (UnreadableStore damage) {
            spec.commandLine().getErr().println(damage.sentence());
            out.println("hookglass repair --start-fresh      sets the file aside and begins with no events");
            Salvage.newestBackup(data.path()).ifPresent(backup -> out
                    .println("hookglass repair --restore-newest   sets it aside and restores " + backup.file()));
            out.println("hookglass restore FILE              sets it aside and restores another backup");
            if (damage.canBeOpened()) {
                out.println("hookglass repair --as-it-is         opens what is there");
            }
            return CommandLineInterface.FAILED;
        }
    }
}
