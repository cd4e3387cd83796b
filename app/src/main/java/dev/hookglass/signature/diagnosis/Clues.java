package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.SignatureHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is striking about a request, and proves nothing. */
final class Clues {
    private static final int MOST_SCANNED = 1 << 20;

    private Clues() {}

    static List<String> of(Case seen) {
        List<String> clues = new ArrayList<>();
        RequestHead head = seen.head();
        byte[] body = seen.body();
        head.first("Content-Length").filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt).filter(
                length -> length > body.length).ifPresent(
                        length -> clues.add("The body has " + body.length + " bytes, and Content-Length says " + length
                                + ": it was cut off, or its compression was undone on the way."));
        if (head.first("Content-Encoding").filter(value -> value.toLowerCase(Locale.ROOT).contains("gzip"))
                .isPresent() && Compression.undone(body).isEmpty()) {
            clues.add("Content-Encoding says gzip, but the body is not compressed: something on its way undid that.");
        }
        if (hasReplacement(body)) {
            clues.add("The body has replacement characters (U+FFFD): what stood there was lost when it was read in "
                    + "the wrong charset, and nothing can match any more.");
        }
        otherHeaders(seen).stream().map(name -> "The request has a header " + name + ", in which others sign: "
                + senders(seen, name) + ".").forEach(clues::add);
        return clues;
    }

    private static boolean hasReplacement(byte[] body) {
        for (int i = 0; i + 2 < Math.min(body.length, MOST_SCANNED); i++) {
            if (body[i] == (byte) 0xEF && body[i + 1] == (byte) 0xBF && body[i + 2] == (byte) 0xBD) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> otherHeaders(Case seen) {
        Set<String> own = headers(seen);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.others().stream().flatMap(other -> headers(seen, other).stream()).filter(
                name -> seen.head().first(name).isPresent() && !own.contains(name)).forEach(names::add);
        return names;
    }

    private static Set<String> headers(Case seen) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.ways().forEach(way -> Variants.header(way.scheme()).map(SignatureHeader::names).ifPresent(names::addAll));
        return names;
    }

    private static Set<String> headers(Case seen, Case.OtherProvider other) {
        return headers(new Case(other.scheme(), seen.secrets(), seen.message(), List.of(), List.of()));
    }

    private static String senders(Case seen, String header) {
        return seen.others().stream().filter(other -> headers(seen, other).contains(header)).map(
                Case.OtherProvider::name).collect(Collectors.joining(", "));
    }
}
