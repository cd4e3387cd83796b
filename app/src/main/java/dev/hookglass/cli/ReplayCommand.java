package dev.hookglass.cli;

import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.ReplayProgress;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.filter.FilterException;
import dev.hookglass.filter.FilterParser;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.workbench.Workbench;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hookglass replay}: sends captured events again. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Sends captured events again, byte for byte.")
final class ReplayCommand implements Callable<Integer> {
    private static final long PROGRESS_NANOS = 5_000_000_000L;

    @Mixin
    private DataOption data;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Mixin
    private TargetOptions to;

    @Option(names = "--resign", description = "Sign anew with the source's first valid secret instead of keeping the signature.")
    private boolean resign;

    @Mixin
    private PlanOptions plan;

    @Option(names = "--json", description = "Print each outcome as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private long toldNanos;

    /** Events by number, or all that pass a filter. */
    static final class Which {
        @Parameters(paramLabel = "ID", arity = "1..*", description = "The events' numbers.")
        private @Nullable List<Long> ids;

        @Option(names = "--filter", paramLabel = "F", description = "All events that pass, as in “hookglass events”.")
        private @Nullable String filter;
    }

    @Override
    public Integer call() throws Problem, FilterException {
        try (Workbench workbench = data.open()) {
            Destination target = to.destination(workbench.targets());
            ReplayPlan made = plan.plan(items(workbench), spec.commandLine());
            AttemptPrinter printer = new AttemptPrinter(spec.commandLine().getOut(), json);
            AtomicBoolean answered = new AtomicBoolean(true);
            List<BulkReplay> runs = new ArrayList<>();
            BulkReplay run = workbench.replaying().replay(made, target, resign, done -> {
                for (Replayed replayed : done) {
                    answered.compareAndSet(true, printer.print(replayed));
                }
                tellNowAndThen(runs.getFirst());
            });
            runs.add(run);
            // To open the folder may have taken long.
            toldNanos = System.nanoTime();
            run.run();
            if (which.filter != null) {
                summarise(run.progress());
            }
            return answered.get() ? 0 : CommandLineInterface.FAILED;
        }
    }

    private List<ReplayPlan.Item> items(Workbench workbench) throws Problem, FilterException {
        if (which.filter != null) {
            return workbench.replaying().items(new FilterParser(workbench.sources()::idsNamed).parse(which.filter));
        }
        List<ReplayPlan.Item> items = new ArrayList<>();
        for (long id : which.ids == null ? List.<Long>of() : which.ids) {
            items.add(ReplayPlan.Item.of(EventsCommand.find(workbench, id).summary()));
        }
        return items;
    }

    private void tellNowAndThen(BulkReplay run) {
        if (System.nanoTime() - toldNanos > PROGRESS_NANOS) {
            toldNanos = System.nanoTime();
            ReplayProgress progress = run.progress();
            spec.commandLine().getErr().printf(Locale.ROOT, "%d of %d sent, %d without success, %.0f/s, %d s left%n",
                    progress.sent(), progress.total(), progress.failed(), progress.perSecond(),
                    progress.remaining().toSeconds());
        }
    }

    private void summarise(ReplayProgress progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(Locale.ROOT,
                "%d sent in %.1f s (%.0f/s): %d answered with 2xx, %d not; half within %.1f ms, 99 %% within %.1f ms%n",
                progress.sent(), progress.elapsed().toMillis() / 1e3, progress.perSecond(), progress.succeeded(),
                progress.failed(), progress.median().toNanos() / 1e6, progress.slow().toNanos() / 1e6);
    }
}
