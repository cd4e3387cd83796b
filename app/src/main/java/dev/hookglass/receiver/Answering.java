package dev.hookglass.receiver;

import dev.hookglass.event.Answer;
import java.util.function.Consumer;

/** Answers one request; to be called once, on any thread. */
public interface Answering extends Consumer<Reply> {
    /**
     * Answers.
     *
     * @param told what the sender really got, once that is known; called once, on an I/O thread, and must not block
     */
    void accept(Reply reply, Consumer<Answer> told);

    @Override
    default void accept(Reply reply) {
        accept(reply, _ -> {});
    }
}
