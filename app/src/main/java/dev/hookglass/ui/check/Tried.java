package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.source.Source;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What an endpoint can be tried with. */
sealed interface Tried {
    /** A captured event, signed with its source's secret. */
    record Captured(EventSummary event) implements Tried {}

    /** A sample of what a source's sender sends, signed with the source's secret. */
    record SampleFor(Source source) implements Tried {}

    /** Its words in a box that offers a choice. */
    final class Words extends StringConverter<Tried> {
        @Override
        public String toString(@Nullable Tried shown) {
            return switch (shown) {
                case null -> "";
                case Captured captured -> text("check.event", captured.event().id(),
                        captured.event().type() == null ? captured.event().method() : captured.event().type());
                case SampleFor sample -> text("check.sample", sample.source().name());
            };
        }

        @Override
        public @Nullable Tried fromString(String typed) {
            return null;
        }
    }
}
