package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.ReplyStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The choices that most people need, and the one for all others. */
enum ReplyKind {
    EXPECTED, OWN, DROP, NEVER;

    /** What is answered; of {@link #OWN} a person says it. */
    ReplySequence sequence() {
        ReplyStep step = switch (this) {
            case EXPECTED, OWN -> new ReplyStep.Expected(Duration.ZERO);
            case DROP -> new ReplyStep.Drop(Duration.ZERO);
            case NEVER -> new ReplyStep.Never();
        };
        return new ReplySequence(List.of(new ReplySequence.Turn(step, 1)));
    }

    static ReplyKind of(ReplyRule rule) {
        if (rule.headers().isEmpty() && rule.body().isEmpty()) {
            for (ReplyKind kind : List.of(EXPECTED, DROP, NEVER)) {
                if (rule.answer().equals(kind.sequence())) {
                    return kind;
                }
            }
        }
        return OWN;
    }

    /** As the choice names it. */
    String words() {
        return text("reply.kind." + name().toLowerCase(Locale.ROOT));
    }
}
