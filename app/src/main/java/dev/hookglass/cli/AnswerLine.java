package dev.hookglass.cli;

import dev.hookglass.event.Answer;
import java.util.Locale;

/** What a sender got, as one line for people. */
final class AnswerLine {
    private AnswerLine() {}

    static String of(Answer answer) {
        String what = switch (answer.outcome()) {
            case ANSWERED -> "answered " + answer.status();
            case DROPPED -> "connection dropped";
            case NEVER -> "never answered";
            case ELSEWHERE -> answer.status() == 0 ? "imported" : "imported; answered " + answer.status() + " there";
            case GONE -> "the sender was gone before the answer";
        };
        return "→ " + what + answer.after().filter(_ -> answer.outcome() != Answer.Outcome.ELSEWHERE)
                .map(after -> String.format(Locale.ROOT, " after %.1f ms", after.toNanos() / 1e6))
                .orElse("") + (answer.isHandshake() ? " (handshake)" : "");
    }
}
