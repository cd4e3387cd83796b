package dev.hookglass.ui.detail;

import static dev.hookglass.ui.base.Messages.count;
import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Retry;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sender got, and what it makes of that, in a sentence. */
final class AnswerWords {
    private AnswerWords() {}

    static String of(Answer answer, Optional<Provider> provider) {
        Optional<String> after = answer.after().map(AnswerWords::time);
        if (after.isEmpty()) {
            return text("answer.waiting");
        }
        String what = switch (answer.outcome()) {
            case ANSWERED -> text("answer.answered", answer.status(), after.get());
            case DROPPED -> text("answer.dropped", after.get());
            case NEVER -> text("answer.never", after.get());
            case GONE -> text("answer.gone", after.get());
            case ELSEWHERE ->
                answer.status() == 0 ? text("answer.imported") : text("answer.elsewhere", answer.status());
        };
        if (answer.isHandshake()) {
            return text(answer.handshake() == Handshake.MET ? "answer.handshake.met" : "answer.handshake.refused", what,
                    provider.map(Provider::name).orElse(""));
        }
        return provider.filter(_ -> answer.outcome() != Answer.Outcome.ELSEWHERE)
                .map(known -> text("answer.judged", what, judgement(known, answer))).orElse(what);
    }

    private static String judgement(Provider provider, Answer answer) {
        Optional<Boolean> delivered = provider.isDelivered(answer);
        if (delivered.isEmpty()) {
            return text("answer.unknown", provider.name());
        }
        return delivered.get()
                ? text("answer.delivered", provider.name(), accepted(provider))
                : provider.retry()
                        .map(retry -> text("answer.again", provider.name(), again(retry), accepted(provider)))
                        .orElse(text("answer.failed", provider.name(), accepted(provider)));
    }

    /** “200 or 202 within 30 s”. */
    private static String accepted(Provider provider) {
        String statuses = provider.acknowledgement()
                .statuses()
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(text("answer.or")));
        return provider.acknowledgement()
                .within()
                .map(within -> text("answer.within", statuses, time(within)))
                .orElse(statuses);
    }

    private static String again(Retry retry) {
        String every = retry.every()
                .map(pause -> text(retry.backoff() == Retry.Backoff.FIXED ? "answer.every" : "answer.first",
                        time(pause)))
                .orElse("");
        return every + retry.lasting().map(lasting -> text("answer.for", time(lasting))).orElse("");
    }

    /** As exact as matters: 3.1 ms, 250 ms, 30 s, 10 min, 3 days. */
    private static String time(Duration time) {
        if (time.toMillis() < 10) {
            return text("answer.millis", String.format("%.1f", time.toNanos() / 1e6));
        }
        if (time.toMillis() < 1_000 || time.toSeconds() < 60 && time.toMillisPart() != 0) {
            return text("answer.millis", String.format("%,d", time.toMillis()));
        }
        if (time.toSeconds() < 120) {
            return text("answer.seconds", time.toSeconds());
        }
        if (time.toMinutes() < 120) {
            return text("answer.minutes", time.toMinutes());
        }
        return time.toHours() < 48 ? text("answer.hours", time.toHours()) : count("answer.days", time.toDays());
    }
}
