package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.Header;
import dev.hookglass.signature.FormText;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What happens to a secret that travels with each request, in a header of its own or as HTTP Basic credentials. */
final class CarriedSecretAccidents {
    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern WORD = Pattern.compile("^[A-Za-z-]+\\s+");

    static final List<Accident> ALL = List.of(
            value("quotes or a word in front of the sent secret",
                    List.of(text -> text.replaceAll("^\"(.*)\"$", "$1"), text -> text.replaceAll("^'(.*)'$", "$1"),
                            text -> WORD.matcher(text).replaceFirst("")),
                    "The sender puts quotes around the secret, or a word such as Bearer in front of it.",
                    "Set it at the sender so that the header holds the secret alone."),
            value("a percent-encoded secret", List.of(FormText::decoded),
                    "The sender sends the secret percent-encoded.", "Set it at the sender without encoding it."),
            value("another charset of the sent secret", List.of(CarriedSecretAccidents::utf8),
                    "The sender sends the secret as ISO-8859-1 instead of UTF-8.",
                    "Choose a secret of ASCII characters only, which is the same in both."),
            new Accident("the secret in another header", CarriedSecretAccidents::elsewhere),
            new Accident("the secret in the URL", CarriedSecretAccidents::inUrl),
            new Accident("credentials that are not in base64, or without “Basic”", CarriedSecretAccidents::bare));

    private CarriedSecretAccidents() {}

    /** A secret and the header that should carry it. */
    private record Carried(String header, Scheme scheme, Secret secret) {}

    private static Stream<Carried> carried(Case seen) {
        return switch (seen.scheme()) {
            case HeaderEquals equal -> seen.secrets().stream().map(each -> new Carried(equal.header(), equal, each));
            case HeaderKey key -> seen.secrets().stream().filter(key::fits).map(secret -> new Carried(
                    secret.text().substring(0, secret.text().indexOf(':')), key, secret));
            default -> Stream.empty();
        };
    }

    private static Accident value(String name, List<UnaryOperator<String>> changes, String cause, String remedy) {
        return new Accident(name, seen -> seen.scheme() instanceof HttpBasic
                ? seen.head().all(AUTHORIZATION).stream().flatMap(value -> changes.stream().flatMap(
                        change -> credentials(value).filter(sent -> !change.apply(sent).equals(sent))
                                .map(sent -> Repair.of(seen,
                                        seen.withHeader(AUTHORIZATION, basic(change.apply(sent))),
                                        new Words(cause, remedy)))
                                .stream()))
                : carried(seen).flatMap(carried -> seen.head().all(carried.header()).stream().flatMap(
                        value -> changes.stream().map(change -> change.apply(value)).filter(
                                changed -> !changed.equals(value))
                                .map(changed -> repair(seen, carried, changed, new Words(cause, remedy))))));
    }

    private static Repair repair(Case seen, Carried carried, String value, Words words) {
        return new Repair(carried.scheme(), List.of(carried.secret()), seen.withHeader(carried.header(), value), words);
    }

    private static Optional<String> credentials(String authorization) {
        try {
            return Optional.of(new String(
                    Base64.getDecoder().decode(WORD.matcher(authorization).replaceFirst("").strip()),
                    StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Stream<Repair> elsewhere(Case seen) {
        if (seen.scheme() instanceof HttpBasic) {
            return seen.head().headers().stream().filter(header -> !header.is(AUTHORIZATION)).map(
                    header -> Repair.of(seen, seen.withHeader(AUTHORIZATION, header.value()),
                            elsewhere(header, AUTHORIZATION)));
        }
        return carried(seen).flatMap(carried -> seen.head()
                .headers()
                .stream()
                .filter(header -> !header.is(carried.header()))
                .flatMap(header -> Stream
                        .of(header.value(), WORD.matcher(header.value()).replaceFirst(""),
                                credentials(header.value()).orElse(""),
                                credentials(header.value()).orElse("").replaceFirst("^[^:]*:", ""))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .map(value -> repair(seen, carried, value, elsewhere(header, carried.header())))));
    }

    private static Words elsewhere(Header header, String expected) {
        return new Words("The secret is right, but it stands in the header " + header.name() + " instead of " + expected
                + ".",
                "Let the sender put it into " + expected + ", or set the source to the provider that sends it so.",
                Help.PROVIDER);
    }

    private static Stream<Repair> inUrl(Case seen) {
        String query = seen.head().query().orElse("");
        return carried(seen).flatMap(carried -> Stream.of(query.split("&", -1))
                .filter(pair -> pair.indexOf('=') > 0)
                .map(pair -> FormText.decoded(pair.substring(pair.indexOf('=') + 1)))
                .filter(value -> !value.isEmpty())
                .map(value -> repair(seen, carried, value, new Words(
                        "The secret is right, but it stands in the query of the URL instead of the header "
                                + carried.header() + ".",
                        "Take it out of the URL, where logs keep it, and set it where the sender asks for the "
                                + "secret."))));
    }

    private static Stream<Repair> bare(Case seen) {
        if (!(seen.scheme() instanceof HttpBasic)) {
            return Stream.empty();
        }
        return seen.head().all(AUTHORIZATION).stream().flatMap(value -> Stream.of("Basic " + value,
                "Basic " + WORD.matcher(value).replaceFirst(""), basic(WORD.matcher(value).replaceFirst(""))))
                .map(value -> Repair.of(seen, seen.withHeader(AUTHORIZATION, value), new Words(
                        "User and password are right, but not written as “Basic” and user:password in base64.",
                        "Let the sender write the Authorization header as RFC 7617 has it.")));
    }
}
