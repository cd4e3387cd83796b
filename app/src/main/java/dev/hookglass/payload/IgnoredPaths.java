package dev.hookglass.payload;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Places of JSON documents that a comparison passes over: JSON pointers (RFC 6901), in which {@code *} stands for any one
 * name or index.
 */
public final class IgnoredPaths {
    public static final IgnoredPaths NONE = new IgnoredPaths(List.of());

    private final List<Pattern> patterns;

    private IgnoredPaths(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** Reads pointers with commas or white space between; one without a slash before it gets one. */
    public static IgnoredPaths parse(String text) {
        return new IgnoredPaths(Stream.of(text.split("[,\\s]+"))
                .filter(path -> !path.isEmpty())
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .map(path -> Pattern.compile(Pattern.quote(path).replace("*", "\\E[^/]*\\Q")))
                .toList());
    }

    boolean contains(String pointer) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(pointer).matches());
    }
}
