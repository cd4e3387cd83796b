package dev.hookglass.ui.check;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.EventSummary;
import dev.hookglass.source.Source;

/** What an endpoint can be tried with. */
sealed interface Tried {
    /** A captured event, signed with its source's secret. */
    record Captured(EventSummary event) implements Tried {}

    /** A sample of what a source's sender sends, signed with the source's secret. */
    record SampleFor(Source source) implements Tried {}

    /** As the choice names it. */
    default String words() {
        return switch (this) {
            case Captured captured -> text("check.event", captured.event().id(),
                    captured.event().type() == null ? captured.event().method() : captured.event().type());
            case SampleFor sample -> text("check.sample", sample.source().name());
        };
    }
}
