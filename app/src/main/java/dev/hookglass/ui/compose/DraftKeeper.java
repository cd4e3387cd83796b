package dev.hookglass.ui.compose;

import dev.hookglass.compose.Draft;
import dev.hookglass.compose.Drafts;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is being composed, soon after each change. For the FX thread, but for {@link #last}. */
final class DraftKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);
    private static final Duration SOON = Duration.millis(600);

    private final Drafts drafts;
    private final Supplier<Optional<Draft>> current;
    private final PauseTransition soon = new PauseTransition(SOON);
    /** What is to be kept; known here before it is on disk. */
    private volatile Optional<Draft> latest = Optional.empty();
    private boolean hasFailed;

    /**
     * @param current what is being composed; empty if nothing is that is to be kept
     * @param onProblem told the first time when it cannot be kept
     */
    DraftKeeper(Drafts drafts, Background background, Supplier<Optional<Draft>> current, Consumer<Problem> onProblem) {
        this.drafts = drafts;
        this.current = current;
        soon.setOnFinished(_ -> {
            note();
            latest.ifPresent(draft -> background.run(() -> drafts.keep(draft), () -> hasFailed = false, problem -> {
                if (!hasFailed) {
                    hasFailed = true;
                    onProblem.accept(problem);
                }
            }));
        });
    }

    /** It has changed. */
    void changed() {
        soon.playFromStart();
    }

    /** Remembers what is being composed, before something else is shown in its place. */
    void note() {
        current.get().ifPresent(draft -> latest = Optional.of(draft));
    }

    /** What was being composed last. Does I/O the first time: not for the FX thread. */
    Optional<Draft> last() throws Problem {
        Optional<Draft> known = latest;
        return known.isPresent() ? known : drafts.last();
    }

    /** Keeps it at once, because the window goes. */
    void close() {
        soon.stop();
        note();
        try {
            if (latest.isPresent()) {
                drafts.keep(latest.get());
            }
        } catch (Problem problem) {
            LOG.warn("What was being composed is lost: {}", problem.sentence());
        }
    }
}
