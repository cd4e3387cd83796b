package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.store.Tally;
import dev.hookglass.ui.shell.Overview.Counts;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;

/** Bad events that arrive while nobody looks: counted in the window's title, and told when a person comes back. */
final class UnseenInvalid {
    private final Consumer<String> title;
    private final LongConsumer onBack;
    private OptionalLong seen = OptionalLong.empty();
    private long bad;
    private long unseen;
    private boolean isLookedAt;

    /**
     * @param lookedAt whether the window is in front
     * @param title told how the window is to be called
     * @param onBack told how many came, when there were any and the window is in front again
     */
    UnseenInvalid(ObservableValue<Counts> counts, ObservableValue<Boolean> lookedAt, Consumer<String> title,
            LongConsumer onBack) {
        this.title = title;
        this.onBack = onBack;
        lookedAt.subscribe(this::look);
        counts.subscribe((_, now) -> count(now));
    }

    private void count(Counts counts) {
        bad = counts.tallies().stream().filter(tally -> tally.outcome().isBad()).mapToLong(Tally::events).sum();
        if (isLookedAt || seen.isEmpty()) {
            // What was there when the window opened is not new.
            seen = OptionalLong.of(bad);
        }
        show(Math.max(0, bad - seen.getAsLong()));
    }

    private void look(boolean isLookedAtNow) {
        isLookedAt = isLookedAtNow;
        if (seen.isPresent()) {
            seen = OptionalLong.of(bad);
        }
        if (isLookedAt && unseen > 0) {
            onBack.accept(unseen);
        }
        show(0);
    }

    private void show(long number) {
        unseen = number;
        title.accept(number == 0 ? text("window.title") : text("window.title.invalid", number));
    }
}
