package dev.hookglass.ui.replay;

import dev.hookglass.delivery.BulkReplay;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.delivery.ReplayProgress;
import dev.hookglass.problem.Problem;
import dev.hookglass.target.Destination;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Signal;
import dev.hookglass.workbench.Replaying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run in the window, which goes on when its sheet is closed: at most one at a time. For the FX thread; results are taken
 * over from the thread that sends, as many at once as do not keep the window waiting.
 */
final class ReplayRun {
    private static final int MOST_AT_ONCE = 1_000;

    /** What a run is told to do. */
    record Order(ReplayPlan plan, Destination target, boolean signAnew) {
        Order only(List<ReplayPlan.Item> items) {
            return new Order(new ReplayPlan(items, plan.order(), plan.copies(), plan.pace(), plan.connections()),
                    target, signAnew);
        }
    }

    /** Told how it goes. Called on the FX thread. */
    interface Watcher {
        void begun();

        void sent(List<ResultRow> rows);

        /**
         * It is over.
         *
         * @param problem why it ended before its time; empty if it did not, or was cancelled
         */
        void ended(Optional<Problem> problem);
    }

    private final Replaying replaying;
    private final Background background;
    private final Watcher watcher;
    private final Queue<ResultRow> arrived = new ConcurrentLinkedQueue<>();
    private final Signal signal = new Signal(this::take);
    private @Nullable BulkReplay replay;
    private @Nullable Order last;
    private boolean isRunning;
    private boolean isPaused;

    ReplayRun(Replaying replaying, Background background, Watcher watcher) {
        this.replaying = replaying;
        this.background = background;
        this.watcher = watcher;
    }

    boolean isRunning() {
        return isRunning;
    }

    boolean isPaused() {
        return isPaused;
    }

    /** What the last run was told; empty before the first. */
    Optional<Order> last() {
        return Optional.ofNullable(last);
    }

    /** How far it has come; empty before it has begun to send. */
    Optional<ReplayProgress> progress() {
        return Optional.ofNullable(replay).map(BulkReplay::progress);
    }

    void begin(Order order) {
        if (isRunning) {
            return;
        }
        last = order;
        isRunning = true;
        isPaused = false;
        replay = null;
        arrived.clear();
        watcher.begun();
        background.run(() -> replaying.replay(order.plan(), order.target(), order.signAnew(), done -> {
            done.forEach(one -> arrived.add(ResultRow.of(one)));
            signal.signal();
        }), this::send, problem -> ended(Optional.of(problem)));
    }

    private void send(BulkReplay made) {
        if (!isRunning) {
            return;
        }
        replay = made;
        background.run(made::run, () -> ended(Optional.empty()), problem -> ended(Optional.of(problem)));
    }

    private boolean take() {
        List<ResultRow> rows = new ArrayList<>();
        ResultRow row = arrived.poll();
        while (row != null) {
            rows.add(row);
            row = rows.size() < MOST_AT_ONCE ? arrived.poll() : null;
        }
        watcher.sent(rows);
        return !arrived.isEmpty();
    }

    private void ended(Optional<Problem> problem) {
        while (!arrived.isEmpty()) {
            take();
        }
        isRunning = false;
        isPaused = false;
        watcher.ended(problem);
    }

    void pauseOrResume() {
        if (isRunning) {
            isPaused = !isPaused;
            with(isPaused ? BulkReplay::pause : BulkReplay::resume);
        }
    }

    /** Ends it at once; it is over when the watcher is told. */
    void cancel() {
        if (isRunning && replay == null) {
            ended(Optional.empty());
        } else {
            with(BulkReplay::cancel);
        }
    }

    private void with(Consumer<BulkReplay> action) {
        if (replay != null) {
            action.accept(replay);
        }
    }
}
