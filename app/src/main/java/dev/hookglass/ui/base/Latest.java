package dev.hookglass.ui.base;

import dev.hookglass.problem.Problem;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions of which only the latest counts, such as what a filter finds while it is being typed: asking anew cancels what was
 * asked before, and a late answer is dropped. For the FX thread.
 */
public final class Latest {
    private final Background background;
    private Background.@Nullable Running running;
    private long sequence;

    public Latest(Background background) {
        this.background = background;
    }

    /** Asks; see {@link Background#run(Callable, Consumer, Consumer)}. */
    public <T> void ask(Callable<T> question, Consumer<? super T> onAnswer, Consumer<Problem> onFailure) {
        drop();
        long asked = sequence;
        running = background.run(question, answer -> {
            if (asked == sequence) {
                onAnswer.accept(answer);
            }
        }, problem -> {
            if (asked == sequence) {
                onFailure.accept(problem);
            }
        });
    }

    /** Drops the answer that is still awaited, if any. */
    public void drop() {
        sequence++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
