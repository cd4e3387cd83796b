package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.store.Tally;
import dev.hookglass.workbench.Rejudging.Progress;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hookglass source rejudge}. */
@Command(name = "rejudge", mixinStandardHelpOptions = true, description = "Judges all events of a source again, by its secrets as they are now and the time each event came.")
final class RejudgeCommand extends FolderCommand {
    private static final Duration TO_READ_SECRETS = Duration.ofSeconds(10);

    @Mixin
    private KnownName name;

    @Override
    void run(Workbench workbench, PrintWriter out) throws Problem, InterruptedException {
        Source source = name.source(workbench);
        requireSecrets(workbench, source);
        workbench.rejudging().again(source.id());
        finish(workbench, source, out, err());
    }

    /** Without its secrets every event would wait for them. */
    private static void requireSecrets(Workbench workbench, Source source) throws Problem {
        workbench.sources().awaitSecrets(TO_READ_SECRETS);
        if (!source.secrets().isEmpty() && workbench.sources().keeping().isUnreadable()) {
            throw new Problem(workbench.sources().keeping().sentence());
        }
    }

    /** Waits until a source's events are judged again, and tells how they are now; says nothing of a source without any. */
    static void finish(Workbench workbench, Source source, PrintWriter out, PrintWriter err)
            throws Problem, InterruptedException {
        workbench.rejudging().await(source.id(), new Tenths(err));
        List<Tally> tallies = workbench.events().tallies().stream()
                .filter(tally -> tally.sourceId() == source.id() && tally.events() > 0)
                .sorted(Comparator.comparing(Tally::outcome))
                .toList();
        if (!tallies.isEmpty()) {
            out.println("Judged the events of " + source.name() + " again: " + tallies.stream()
                    .map(tally -> String.format(Locale.ROOT, "%,d %s", tally.events(), tally.outcome().word()))
                    .collect(Collectors.joining(", ")) + ".");
        }
    }

    /** Tells of each tenth that is done. */
    private static final class Tenths implements Consumer<Progress> {
        private final PrintWriter err;
        private int told;

        Tenths(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void accept(Progress progress) {
            int tenths = (int) (progress.share() * 10);
            if (tenths > told) {
                told = tenths;
                err.printf(Locale.ROOT, "Judging %,d events of %s again… %d %%%n", progress.total(), progress.source(),
                        tenths * 10);
            }
        }
    }
}
