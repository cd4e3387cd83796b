package dev.hookglass.target;

import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A place that events are sent to, under a name.
 *
 * @param id never changes and is never used again
 * @param name what people call it; unique without regard to case; without slashes and colons, so that it is no URL
 * @param url as {@link TargetUrl#toString} writes it
 * @param headers what everything sent there carries, in the place of headers of the same names
 * @param variables texts by name, for requests that are composed: {@code {{target.name}}}
 */
public record Target(int id, String name, String url, List<TargetHeader> headers, Map<String, String> variables) {
    public Target {
        headers = List.copyOf(headers);
        variables = Map.copyOf(new TreeMap<>(variables));
    }

    /** A target that is not saved yet. */
    public static Target draft(String name, String url) {
        return new Target(0, name, url, List.of(), Map.of());
    }

    public Target withId(int newId) {
        return new Target(newId, name, url, headers, variables);
    }

    public Target withName(String newName) {
        return new Target(id, newName, url, headers, variables);
    }

    public Target withUrl(String newUrl) {
        return new Target(id, name, newUrl, headers, variables);
    }

    public Target withHeaders(List<TargetHeader> newHeaders) {
        return new Target(id, name, url, newHeaders, variables);
    }

    public Target withVariables(Map<String, String> newVariables) {
        return new Target(id, name, url, headers, newVariables);
    }

    /** The place itself. */
    public Destination destination() {
        return new Destination(TargetUrl.of(url), sent(), secretNames(), variables);
    }

    /** A place below it. */
    Destination below(String rest) {
        return new Destination(TargetUrl.of(url).below(rest), sent(), secretNames(), variables);
    }

    private List<Header> sent() {
        return headers.stream().map(TargetHeader::header).toList();
    }

    private List<String> secretNames() {
        return headers.stream().filter(TargetHeader::secret).map(TargetHeader::name).toList();
    }

    /** Without the values of headers and variables, which may be secret. */
    @Override
    public String toString() {
        return name + " (" + TargetUrl.of(url).origin() + ")";
    }
}
