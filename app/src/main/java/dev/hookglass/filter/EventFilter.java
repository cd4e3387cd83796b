package dev.hookglass.filter;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a person looks for: all conditions must hold.
 *
 * @param conditions in the order typed; none: every event
 */
public record EventFilter(List<Condition> conditions) {
    /** Every event. */
    public static final EventFilter ALL = new EventFilter(List.of());

    public EventFilter {
        conditions = List.copyOf(conditions);
    }

    /**
     * A term, or its opposite.
     *
     * @param term what is asked
     * @param negated whether it must not hold
     */
    public record Condition(Term term, boolean negated) {}

    /** This filter narrowed by one more condition. */
    public EventFilter and(Term term) {
        return new EventFilter(
                Stream.concat(conditions.stream(), Stream.of(new Condition(term, false)))
                        .toList());
    }

    /** Whether heads and bodies must be read to answer it. */
    public boolean readsContent() {
        return conditions.stream().anyMatch(EventFilter::readsContent);
    }

    /** What can be answered without them. */
    public EventFilter withoutContent() {
        return new EventFilter(conditions.stream().filter(condition -> !readsContent(condition)).toList());
    }

    private static boolean readsContent(Condition condition) {
        return condition.term() instanceof Term.Text || condition.term() instanceof Term.HeaderIs;
    }

    public boolean isAll() {
        return conditions.isEmpty();
    }
}
