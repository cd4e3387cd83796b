package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SignatureHeader;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.diagnosis.Presented.Form;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A right signature that stands in another place, is written in another way or is made with another hash function. */
final class HeaderAccidents {
    static final List<Accident> ALL = List.of(
            new Accident("another hash function", seen -> repairs(seen, true)),
            new Accident("another header, or another spelling of the signature", seen -> repairs(seen, false)));

    private HeaderAccidents() {}

    /** In which respects a signature that is there differs from the one that was looked for. */
    private record Respects(boolean header, boolean prefix, boolean form, boolean hash) {
        boolean none() {
            return !(header || prefix || form || hash);
        }

        boolean onlyHash() {
            return hash && !header && !form;
        }
    }

    private static Stream<Repair> repairs(Case seen, boolean onlyHash) {
        Optional<SignatureHeader> header = Variants.header(seen.scheme());
        if (header.isEmpty()) {
            return Stream.empty();
        }
        return Presented.in(seen.head())
                .stream()
                .flatMap(presented -> schemes(seen.scheme(), presented.bytes().length)
                        .map(scheme -> repair(seen, header.get(), presented, scheme, onlyHash))
                        .flatMap(Optional::stream));
    }

    /** The scheme, and where the number of bytes is that of another hash function, the scheme with that one. */
    private static Stream<Scheme> schemes(Scheme scheme, int length) {
        Optional<Hash> own = Variants.hash(scheme);
        if (own.isEmpty()) {
            return scheme instanceof PublicKey ? Stream.of(scheme) : Stream.empty();
        }
        return Stream.of(Hash.values())
                .filter(hash -> hash.length() == length)
                .map(hash -> Variants.withHash(scheme, hash))
                .filter(changed -> Variants.hash(changed).filter(hash -> hash.length() == length).isPresent());
    }

    private static Optional<Repair> repair(Case seen, SignatureHeader expected, Presented presented, Scheme scheme,
            boolean onlyHash) {
        Respects respects = respects(seen.scheme(), expected, presented, scheme);
        return respects.none() || respects.onlyHash() != onlyHash
                ? Optional.empty()
                : Optional.of(new Repair(scheme, seen.secrets(), message(seen, expected, presented),
                        new Words(cause(seen.scheme(), scheme, expected, presented, respects),
                                remedy(seen.scheme(), expected, respects),
                                respects.header() || respects.onlyHash() ? Help.PROVIDER : Help.OUTSIDE)));
    }

    private static Respects respects(Scheme asked, SignatureHeader expected, Presented presented, Scheme scheme) {
        boolean header = expected.names()
                .stream()
                .noneMatch(name -> presented.header()
                        .toLowerCase(Locale.ROOT)
                        .matches(Pattern.quote(name.toLowerCase(Locale.ROOT)).replace("{n}", "\\E\\d+\\Q")));
        boolean form = !form(expected.encoding()).equals(presented.form());
        boolean hash = !scheme.equals(asked);
        // Whoever takes another hash function names it in the prefix, too.
        boolean prefix = !hash && !presented.prefix().equals(expected.prefix());
        return new Respects(header, prefix, form, hash);
    }

    private static Form form(Encoding encoding) {
        return switch (encoding) {
            case HEX -> Form.HEX;
            case BASE64 -> Form.BASE64;
            case BASE64URL -> Form.BASE64URL;
        };
    }

    /** The message with that signature where and how it is looked for; what else stands in its header stays. */
    private static SignedMessage message(Case seen, SignatureHeader expected, Presented presented) {
        List<String> entries = new ArrayList<>();
        if (!expected.separator().isEmpty()) {
            Stream.of(presented.value().split(Pattern.quote(expected.separator()), -1))
                    .map(String::strip)
                    .filter(entry -> !entry.contains(presented.text()))
                    .forEach(entries::add);
        }
        entries.add(expected.prefix() + expected.encoding().write(presented.bytes()));
        return seen.withHeader(expected.names().getFirst().replace("{n}", "1"),
                String.join(expected.separator(), entries));
    }

    private static String cause(Scheme asked, Scheme scheme, SignatureHeader expected, Presented presented,
            Respects respects) {
        return Stream
                .of(respects.header()
                        ? "stands in " + presented.header() + " instead of " + String.join(" or ", expected.names())
                        : "",
                        respects.prefix()
                                ? expected.prefix().isEmpty()
                                        ? "stands behind “" + presented.prefix() + "”"
                                        : presented.prefix().isEmpty()
                                                ? "lacks “" + expected.prefix() + "” in front"
                                                : "stands behind “" + presented.prefix() + "” instead of “"
                                                        + expected.prefix() + "”"
                                : "",
                        respects.form()
                                ? "is written in " + presented.form().words() + " instead of "
                                        + form(expected.encoding()).words()
                                : "",
                        respects.hash() ? "is made with " + name(scheme) + " instead of " + name(asked) : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and ", "The signature is right, but it ", "."));
    }

    private static String name(Scheme scheme) {
        return Variants.hash(scheme).map(Hash::name).orElse(scheme.id());
    }

    private static String remedy(Scheme asked, SignatureHeader expected, Respects respects) {
        if (respects.header() || respects.hash()) {
            return "Let the sender sign as this provider does, with " + name(asked) + " in "
                    + expected.names().getFirst()
                    + ", or set the source to the provider that signs as this request does.";
        }
        return "Write it where it is made as " + (expected.prefix().isEmpty() ? "" : "“" + expected.prefix() + "” and ")
                + switch (expected.encoding()) {
                    case HEX -> "lower-case hex digits.";
                    case BASE64 -> "base64 with padding.";
                    case BASE64URL -> "base64url without padding.";
                };
    }
}
