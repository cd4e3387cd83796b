package dev.hookglass.ui.sources;

import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Name and path for a source that has none yet.
 *
 * @param name the provider's, with a number if a source has that name
 * @param path the provider's id, with a number if a source has that path
 */
record Proposal(String name, String path) {
    static final Proposal NONE = new Proposal("", "");

    /** @param cameTo the path that such a request came to, which is proposed then; empty or the root for the provider's id */
    static Proposal of(Provider provider, String cameTo, List<Source> others) {
        String path = cameTo.replaceFirst("/+$", "");
        return new Proposal(
                free(provider.name(), " ",
                        name -> others.stream().noneMatch(source -> source.name().equalsIgnoreCase(name))),
                free(path.isEmpty() ? "/" + provider.id() : path, "-",
                        free -> others.stream().noneMatch(source -> source.path().equals(free))));
    }

    private static String free(String wanted, String separator, Predicate<String> isFree) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? wanted : wanted + separator + number)
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }
}
