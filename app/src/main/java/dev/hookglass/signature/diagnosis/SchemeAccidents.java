package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.Layout;
import dev.hookglass.signature.SecretHash;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.List;
import java.util.stream.Stream;

/** A sender that signs nearly as its provider does. */
final class SchemeAccidents {
    private static final String REMEDY = "Make the signature where it is made as the provider's documentation says, "
            + "or describe this way in a provider file of your own.";
    private static final List<String> ORDERS = List.of("{body}", "{timestamp}.{body}", "{timestamp}{body}",
            "{timestamp}:{body}", "{body}{timestamp}", "{body}.{timestamp}", "v0:{timestamp}:{body}",
            "{id}.{timestamp}.{body}", "{id}{timestamp}{body}", "{id}.{body}", "{timestamp}.{id}.{body}", "{url}{body}",
            "{method}{url}{body}");

    static final List<Accident> ALL = List.of(
            Accident.ofContent("other content than the provider signs", SchemeAccidents::contents),
            Accident.ofContent("a plain hash instead of an HMAC", SchemeAccidents::plainHash),
            new Accident("another hash function over the same fields", SchemeAccidents::hashOfFields));

    private SchemeAccidents() {}

    private static Stream<Repair> contents(Case seen) {
        return Variants.layout(seen.scheme()).stream().flatMap(layout -> ORDERS.stream()
                .map(Content::parse)
                .filter(content -> !content.equals(layout.content()) && isPossible(content, layout))
                .map(content -> Repair.of(seen,
                        Variants.withLayout(seen.scheme(),
                                new Layout(layout.header(), content, layout.timestamp(), layout.id())),
                        new Words("The signature covers other content than this provider's: " + content.words()
                                + " instead of " + layout.content().words() + ".", REMEDY))));
    }

    private static boolean isPossible(Content content, Layout layout) {
        return (!content.has(Content.Part.TIMESTAMP) || layout.timestamp().isPresent())
                && (!content.has(Content.Part.ID) || !layout.id().isEmpty());
    }

    private static Stream<Repair> plainHash(Case seen) {
        return switch (seen.scheme()) {
            case Hmac hmac -> Stream.of(Repair.of(seen, new SecretHash(hmac.layout(), hmac.hash()), new Words(
                    "The signature is a plain hash of secret and content instead of an HMAC.", REMEDY)));
            case SecretHash hash -> Stream.of(Repair.of(seen, new Hmac(hash.layout(), hash.hash(),
                    KeyForm.TEXT),
                    new Words(
                            "The signature is an HMAC instead of a plain hash of secret and content.", REMEDY)));
            default -> Stream.empty();
        };
    }

    private static Stream<Repair> hashOfFields(Case seen) {
        return seen.scheme() instanceof BodyFields fields
                ? Stream.of(Hash.values())
                        .filter(hash -> hash != fields.hash())
                        .map(hash -> Repair.of(seen, Variants.withHash(fields, hash), new Words(
                                "The signature is made with " + hash + " instead of " + fields.hash() + ".", REMEDY)))
                : Stream.empty();
    }
}
