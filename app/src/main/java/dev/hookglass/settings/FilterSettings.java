package dev.hookglass.settings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filters that are kept.
 *
 * @param saved in the order they are shown
 * @param recent what was typed last, the newest first
 */
public record FilterSettings(List<SavedFilter> saved, List<String> recent) {
    public static final FilterSettings DEFAULT = new FilterSettings(List.of(), List.of());
    private static final int MOST_RECENT = 10;

    public FilterSettings(@Nullable List<SavedFilter> saved, @Nullable List<String> recent) {
        this.saved = saved == null ? List.of() : List.copyOf(saved);
        this.recent = recent == null ? List.of() : List.copyOf(recent);
    }

    /** With one more at the end, unless it is there. */
    public FilterSettings withSaved(SavedFilter filter) {
        return saved.contains(filter)
                ? this
                : new FilterSettings(Stream.concat(saved.stream(), Stream.of(filter)).toList(), recent);
    }

    /** With another in the place of one. */
    public FilterSettings withReplaced(SavedFilter before, SavedFilter after) {
        return new FilterSettings(saved.stream().map(each -> each.equals(before) ? after : each).distinct().toList(),
                recent);
    }

    public FilterSettings without(SavedFilter filter) {
        return new FilterSettings(saved.stream().filter(each -> !each.equals(filter)).toList(), recent);
    }

    /** With this as the newest. */
    public FilterSettings withRecent(String filter) {
        return new FilterSettings(saved, Stream
                .concat(Stream.of(filter), recent.stream().filter(each -> !each.equals(filter)))
                .limit(MOST_RECENT)
                .toList());
    }
}
