package dev.hookglass.ui.replay;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Change;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.Replayed;
import dev.hookglass.ui.base.OutcomeWords;

/**
 * What the table shows of an event that was sent.
 *
 * @param status of the answer; 0 if there was none
 * @param micros how long it took
 * @param bytes how long the answer's body is
 * @param words the reason phrase, or why there was no answer
 * @param before the status of the delivery before; 0 for no answer, -1 if there was none
 */
record ResultRow(long attemptId, long eventId, int status, int micros, int bytes, String words, Change change,
        int before) {
    static ResultRow of(Replayed replayed) {
        Attempt attempt = replayed.attempt();
        int micros = (int) Math.min(Integer.MAX_VALUE, attempt.outcome().time().toNanos() / 1_000);
        int before = replayed.before().orElse(-1);
        return switch (attempt.outcome()) {
            case Outcome.Answered answered -> new ResultRow(attempt.id(), attempt.eventId().orElse(0),
                    answered.status(), micros, answered.body().size(),
                    OutcomeWords.redirect(answered).orElse(answered.reasonPhrase()),
                    replayed.change(), before);
            case Outcome.Failed failed -> new ResultRow(attempt.id(), attempt.eventId().orElse(0), 0, micros, 0,
                    failed.reason(), replayed.change(), before);
        };
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
