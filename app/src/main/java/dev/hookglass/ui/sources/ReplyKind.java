package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.ReplyStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

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

    /** As the choice names them. */
    static final class Words extends StringConverter<ReplyKind> {
        @Override
        public String toString(@Nullable ReplyKind kind) {
            return kind == null ? "" : text("reply.kind." + kind.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public @Nullable ReplyKind fromString(String words) {
            return null;
        }
    }
}
