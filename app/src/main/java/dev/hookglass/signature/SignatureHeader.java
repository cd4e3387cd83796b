package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header that carries a signature, and how it is written there.
 *
 * @param names the header's names, tried in turn; one that ends with {@code {n}} stands for as many numbered headers as there
 *     are
 * @param separator what stands between several entries, such as the comma in {@code t=1,v1=2}; empty if the header holds one
 *     signature and nothing else
 * @param prefix what precedes a signature, such as {@code sha256=} or {@code v1,}; other entries are other versions and are
 *     skipped; may be empty
 * @param encoding how the signature's bytes are written
 */
public record SignatureHeader(List<String> names, String separator, String prefix, Encoding encoding) {
    private static final String NUMBER = "{n}";
    /** As many as a sender may have keys for; each costs a look at all that is signed. */
    private static final int MOST_SIGNATURES = 100;
    /** Enough for a few signatures, in characters. */
    private static final int MOST_SHOWN = 400;

    public SignatureHeader {
        names = List.copyOf(names);
    }

    /** The name for people. */
    String name() {
        return names.getFirst();
    }

    /**
     * The signatures that the request carries, any of which may match; never empty.
     *
     * @param length the number of bytes of each, or 0 where it varies
     */
    List<byte[]> signatures(RequestHead head, int length, Trace trace) throws Refusal {
        List<String> values = values(head);
        if (values.isEmpty()) {
            throw Refusal.missing("The request has no " + String.join(" or ", names) + " header.");
        }
        List<String> written = values.stream()
                .flatMap(value -> entries(value).stream())
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> entry.substring(prefix.length()))
                .limit(MOST_SIGNATURES)
                .toList();
        if (written.isEmpty()) {
            throw Refusal.malformed("The " + name() + " header "
                    + (separator.isEmpty() ? "does not begin with “" : "has no signature that begins with “") + prefix
                    + "”.");
        }
        List<byte[]> signatures = new ArrayList<>();
        for (String text : written) {
            encoding.read(text).filter(bytes -> length == 0 || bytes.length == length).ifPresent(signatures::add);
        }
        if (signatures.isEmpty()) {
            throw Refusal.malformed((prefix.isEmpty()
                    ? "What stands in the "
                    : "What follows “" + prefix + "” in the ") + name() + " header is not " + encoding.words(length)
                    + ".");
        }
        trace.step(Step.Sign.GOOD, () -> words(values, written.size(), signatures.size()));
        signatures.forEach(signature -> trace.received(name(), signature, encoding.words(0)));
        return signatures;
    }

    private String words(List<String> values, int entries, int usable) {
        String value = String.join(", ", values);
        return "The request has the header " + name() + ": “"
                + (value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value) + "”."
                + (separator.isEmpty()
                        ? ""
                        : " Split at “" + separator + "”, " + entries + " of its " + values.stream()
                                .mapToInt(each -> entries(each).size())
                                .sum() + " entries " + (entries == 1 ? "begins" : "begin") + " with “" + prefix + "”.")
                + (usable == 1 ? "" : " " + usable + " signatures may match.");
    }

    /** The value of an entry {@code name=value}. */
    Optional<String> field(RequestHead head, String field) {
        return values(head).stream()
                .flatMap(value -> entries(value).stream())
                .filter(entry -> entry.startsWith(field + "="))
                .map(entry -> entry.substring(field.length() + 1))
                .findFirst();
    }

    private List<String> values(RequestHead head) {
        for (String name : names) {
            List<String> values = name.endsWith(NUMBER)
                    ? numbered(head, name.substring(0, name.length() - NUMBER.length()))
                    : head.first(name).stream().toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static List<String> numbered(RequestHead head, String name) {
        Pattern pattern = Pattern.compile(Pattern.quote(name.toLowerCase(Locale.ROOT)) + "\\d{1,3}");
        return head.headers()
                .stream()
                .filter(header -> pattern.matcher(header.name().toLowerCase(Locale.ROOT)).matches())
                .map(Header::value)
                .toList();
    }

    private List<String> entries(String value) {
        return separator.isEmpty()
                ? List.of(value)
                : Pattern.compile(separator, Pattern.LITERAL).splitAsStream(value).map(String::strip).toList();
    }

    /**
     * The header with a signature.
     *
     * @param fields what stands in front of it, each {@code name=value}
     * @param head tells which of several names is in use
     */
    Header write(byte[] signature, List<String> fields, RequestHead head) {
        List<String> entries = new ArrayList<>(fields);
        entries.add(prefix + encoding.write(signature));
        String used = names.stream().filter(name -> head.first(name).isPresent()).findFirst().orElse(name());
        return new Header(used.replace(NUMBER, "1"), String.join(separator, entries));
    }
}
