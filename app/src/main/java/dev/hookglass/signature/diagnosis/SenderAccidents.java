package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.signature.diagnosis.Case.OtherProvider;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that belongs to another source, a source that is set to another provider, or a signature of another request. */
final class SenderAccidents {
    static final List<Accident> ALL = List.of(
            new Accident("the secrets of other sources", SenderAccidents::secrets),
            new Accident("the ways in which other providers sign", SenderAccidents::providers),
            Accident.ofContent("the signature of another event", SenderAccidents::siblings));

    private SenderAccidents() {}

    private static Stream<Repair> secrets(Case seen) {
        return seen.neighbours().stream().flatMap(neighbour -> neighbour.secrets()
                .stream()
                .filter(secret -> seen.secrets().stream().noneMatch(own -> own.text().equals(secret.text())))
                .map(secret -> new Repair(seen.scheme(), List.of(secret), seen.message(), new Words(
                        "It was signed with secret “" + secret.name() + "” of source “" + neighbour.name() + "”.",
                        "Let the sender send to that source's path, or add that secret to this source.",
                        Help.SECRETS))));
    }

    private static Stream<Repair> siblings(Case seen) {
        return seen.siblings().stream().map(sibling -> Repair.of(seen, seen.withBody(sibling.body()), new Words(
                "The signature is that of " + sibling.name()
                        + ", which has another body: it was copied from there, or the "
                        + "body was exchanged.",
                "Let each request be signed for its own body; if nobody of yours sent it, somebody replays what was "
                        + "signed once.")));
    }

    private static Stream<Repair> providers(Case seen) {
        Map<Scheme, List<OtherProvider>> byScheme = seen.others()
                .stream()
                .filter(other -> other.scheme().needsSecret() && !(other.scheme() instanceof Unsigned)
                        && !other.scheme().equals(seen.scheme()))
                .collect(Collectors.groupingBy(OtherProvider::scheme, LinkedHashMap::new, Collectors.toList()));
        return byScheme.entrySet().stream().map(entry -> {
            String names = entry.getValue().stream().map(OtherProvider::name).collect(Collectors.joining(" or "));
            return Repair.of(seen, entry.getKey(), new Words("The secret is right, but the request is signed as "
                    + names + " signs.", "Set the source's provider to " + names + ".", Help.PROVIDER));
        });
    }
}
