package dev.hookglass.ui.events;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.base.Background;
import dev.hookglass.ui.base.Latest;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Looks for new events, one look at a time and never without a breath between two. For the FX thread. */
final class Arrivals {
    /** A flood then costs ten looks a second and not hundreds. */
    private static final Duration BREATH = Duration.millis(100);

    private final Latest looking;
    private final Supplier<Callable<Found>> look;
    private final Predicate<Found> onFound;
    private final Consumer<Problem> onProblem;
    private final PauseTransition breath = new PauseTransition(BREATH);
    private boolean lookAgain;
    private boolean isBusy;

    /**
     * @param look how to look at this moment
     * @param onFound takes what was found, and says whether to look again
     */
    Arrivals(Background background, Supplier<Callable<Found>> look, Predicate<Found> onFound,
            Consumer<Problem> onProblem) {
        this.looking = new Latest(background);
        this.look = look;
        this.onFound = onFound;
        this.onProblem = onProblem;
        breath.setOnFinished(_ -> lookNow());
    }

    /** There may be something new; looks for it soon. */
    void lookSoon() {
        lookAgain = true;
        if (!isBusy) {
            lookNow();
        }
    }

    private void lookNow() {
        isBusy = lookAgain;
        if (!lookAgain) {
            return;
        }
        lookAgain = false;
        looking.ask(look.get(), found -> {
            lookAgain |= onFound.test(found);
            breath.playFromStart();
        }, failure -> {
            onProblem.accept(failure);
            breath.playFromStart();
        });
    }
}
