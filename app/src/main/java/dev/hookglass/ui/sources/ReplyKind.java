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
    EXPECTED(new ReplyStep.Expected(Duration.ZERO)), OWN(new ReplyStep.Expected(Duration.ZERO)),
    DROP(new ReplyStep.Drop(Duration.ZERO)), NEVER(new ReplyStep.Never());

    private final ReplyStep step;

    ReplyKind(ReplyStep step) {
        this.step = step;
    }

    /** What is answered; of {@link #OWN} a person says it. */
    ReplySequence sequence() {
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
