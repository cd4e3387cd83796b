package dev.hookglass.ui.compose;

import dev.hookglass.compose.Draft;
import dev.hookglass.compose.Drafts;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is being composed, soon after each change. For the FX thread, but for what does I/O. */
final class DraftKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeeper.class);
    /** Of what is composed of nothing that was captured. */
    static final long NO_EVENT = 0;

    private static final Duration SOON = Duration.millis(600);

    private final Drafts drafts;
    private final Supplier<Optional<Kept>> current;
    private final PauseTransition soon = new PauseTransition(SOON);
    /** What is to be kept; known here before it is on disk. */
    private final Map<Long, Draft> latest = new ConcurrentHashMap<>();
    private boolean hasFailed;

    /**
     * What is to be kept.
     *
     * @param eventId the captured event that it was made of; {@link #NO_EVENT} for none
     */
    record Kept(long eventId, Draft draft) {}

    /**
     * @param current what is being composed; empty if nothing is that is to be kept
     * @param onProblem told the first time when it cannot be kept
     */
    DraftKeeper(Drafts drafts, Background background, Supplier<Optional<Kept>> current, Consumer<Problem> onProblem) {
        this.drafts = drafts;
        this.current = current;
        soon.setOnFinished(_ -> {
            note();
            background.run(this::keep, () -> hasFailed = false, problem -> {
                if (!hasFailed) {
                    hasFailed = true;
                    onProblem.accept(problem);
                }
            });
        });
    }

    /** It has changed. */
    void changed() {
        soon.playFromStart();
    }

    /** Remembers what is being composed, before something else is shown in its place. */
    void note() {
        current.get().ifPresent(kept -> latest.put(kept.eventId(), kept.draft()));
    }

    private void keep() throws Problem {
        for (Map.Entry<Long, Draft> each : latest.entrySet()) {
            if (each.getKey() == NO_EVENT) {
                drafts.keep(each.getValue());
            } else {
                drafts.keepEdited(each.getKey(), each.getValue());
            }
        }
    }

    /** What was being composed last. Does I/O the first time: not for the FX thread. */
    Optional<Draft> last() throws Problem {
        Draft known = latest.get(NO_EVENT);
        return known == null ? drafts.last() : Optional.of(known);
    }

    /** What an event was edited to last. Does I/O the first time: not for the FX thread. */
    Optional<Draft> edited(long eventId) throws Problem {
        Draft known = latest.get(eventId);
        return known == null ? drafts.edited(eventId) : Optional.of(known);
    }

    /** Forgets what an event was edited to. Does I/O: not for the FX thread. */
    void forget(long eventId) throws Problem {
        latest.remove(eventId);
        drafts.forgetEdited(eventId);
    }

    /** Keeps it at once, because the window goes. */
    void close() {
        soon.stop();
        note();
        try {
            keep();
        } catch (Problem problem) {
            LOG.warn("What was being composed is lost: {}", problem.sentence());
        }
    }
}
