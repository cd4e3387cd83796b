package dev.hookglass.signature;

import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code Signature-Input} (RFC 9421 §4.1): which parts of a request a signature covers.
 *
 * @param label tells which signature it belongs to
 * @param names the parts in the order they are signed: header names, or what begins with an at sign
 * @param parameters all that follows the label, as sent, since it is signed too
 */
record CoveredParts(String label, List<String> names, String parameters) {
    // Each entry begins where the one before ended, so that a header is read once however long it is.
    private static final Pattern ENTRY = Pattern
            .compile("\\G[ \\t]*+([a-z*][a-z0-9_.*-]*+)=(\\(([^()]*+)\\)([^,(]*+))(?:,|$)");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"(;[^ ]*)?");
    private static final Pattern EXPIRES = Pattern.compile(";\\s*expires=(\\d{1,15})(?:;|$)");
    private static final Pattern ALGORITHM = Pattern.compile(";[ \\t]*+alg=\"([^\"]*+)\"");
    private static final Pattern QUERY_PARAMETER = Pattern.compile("\"@query-param\";name=\"([^\"]*)\"");
    private static final Pattern URL = Pattern.compile("(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?",
            Pattern.CASE_INSENSITIVE);

    /** The entries of a header by their labels, up to the first that is not of that form; of two with one label, the last. */
    static Map<String, CoveredParts> read(String signatureInput) {
        Map<String, CoveredParts> entries = new LinkedHashMap<>();
        Matcher matcher = ENTRY.matcher(signatureInput);
        while (matcher.find()) {
            List<String> names = new ArrayList<>();
            Matcher name = NAME.matcher(matcher.group(3));
            while (name.find()) {
                // A part with parameters of its own is kept with them, in its quotes.
                names.add(name.group(2) == null ? name.group(1) : name.group());
            }
            entries.put(matcher.group(1), new CoveredParts(matcher.group(1), names, matcher.group(2)));
        }
        return entries;
    }

    /** When the signature ends, in seconds since 1970. */
    Optional<Long> expires() {
        Matcher matcher = EXPIRES.matcher(parameters);
        return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    /** What computes the signature, where it says so (RFC 9421 §2.3). */
    Optional<String> algorithm() {
        Matcher matcher = ALGORITHM.matcher(parameters.substring(parameters.lastIndexOf(')') + 1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The text that is signed (RFC 9421 §2.5). */
    String base(SignedMessage message) throws Refusal {
        if (Set.copyOf(names).size() < names.size()) {
            throw Refusal.malformed("Signature-Input names a part twice under “" + label + "”.");
        }
        StringBuilder base = new StringBuilder(256);
        for (String name : names) {
            String value = value(name, message)
                    .orElseThrow(() -> Refusal.malformed("The signature covers “" + name
                            + "”, which the request does not have or which is not understood here."));
            base.append(name.startsWith("\"") ? name : "\"" + name + "\"").append(": ").append(value).append('\n');
        }
        return base.append("\"@signature-params\": ").append(parameters).toString();
    }

    private static Optional<String> value(String name, SignedMessage message) {
        RequestHead head = message.head();
        Matcher parameter = QUERY_PARAMETER.matcher(name);
        if (parameter.matches()) {
            return QueryParameter.value(head.query().orElse(""), parameter.group(1));
        }
        if (!name.startsWith("@")) {
            List<String> values = head.all(name).stream().map(String::strip).toList();
            return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
        }
        Matcher url = URL.matcher(message.url());
        if (!url.matches()) {
            return Optional.empty();
        }
        String scheme = url.group(1).toLowerCase(Locale.ROOT);
        String path = url.group(3).isEmpty() ? "/" : url.group(3);
        String query = Optional.ofNullable(url.group(4)).orElse("");
        return switch (name) {
            case "@method" -> Optional.of(head.method());
            case "@scheme" -> Optional.of(scheme);
            case "@authority" -> Optional.of(url.group(2)
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(scheme.equals("https") ? ":443$" : ":80$", ""));
            case "@target-uri" -> Optional.of(message.url());
            case "@request-target" -> Optional.of(path + query);
            case "@path" -> Optional.of(path);
            case "@query" -> Optional.of(query.isEmpty() ? "?" : query);
            default -> Optional.empty();
        };
    }
}
