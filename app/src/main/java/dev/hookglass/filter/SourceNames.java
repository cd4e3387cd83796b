package dev.hookglass.filter;

import java.util.Set;
import java.util.function.Predicate;

/** Finds sources by name for {@code source:}. */
@FunctionalInterface
public interface SourceNames {
    /** Ids of the sources whose names fulfil the condition. */
    Set<Integer> idsNamed(Predicate<String> condition);
}
