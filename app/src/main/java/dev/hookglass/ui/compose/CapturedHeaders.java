package dev.hookglass.ui.compose;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.delivery.ConnectionHeaders;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SecretHeaders;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.source.Source;
import dev.hookglass.source.Sources;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headers of a captured request, by what becomes of them when it is sent again.
 *
 * @param kept sent as they stand, unless they are edited
 * @param proof proved the request, and must be renewed where the body changes
 * @param dropped belonged to the old connection
 */
record CapturedHeaders(List<Header> kept, List<Header> proof, List<Header> dropped) {
    static CapturedHeaders of(CapturedEvent event, Provider provider, List<Secret> secrets) {
        RequestHead head = event.request();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(provider.scheme().secretHeaders());
        names.addAll(signatureNames(provider.scheme(), secrets));
        List<Header> sent = head.headers().stream().filter(header -> !ConnectionHeaders.include(header)).toList();
        return new CapturedHeaders(sent.stream().filter(header -> !names.contains(header.name())).toList(),
                sent.stream().filter(header -> names.contains(header.name())).toList(),
                head.headers().stream().filter(ConnectionHeaders::include).toList());
    }

    /** Shows them where they are edited, and what proves the request where that is chosen. */
    static void show(CapturedEvent event, Provider provider, Sources sources, HeadersPane headers,
            SigningChoice signing) {
        int sourceId = event.summary().sourceId();
        List<Secret> secrets = sources.find(sourceId).map(Source::secrets).orElse(List.of());
        CapturedHeaders parts = of(event, provider, secrets);
        String elsewhere = Stream.concat(parts.dropped().stream(), parts.proof().stream())
                .map(Header::name)
                .distinct()
                .collect(Collectors.joining(", "));
        headers.show(parts.kept(), new SecretHeaders(provider.scheme(), secrets)::isSecret,
                elsewhere.isEmpty() ? "" : text("compose.headers.others", elsewhere));
        signing.show(provider, sources.all(), parts.proof(), OptionalInt.of(sourceId));
    }

    /** Signing something tells which headers a scheme sets; some depend on the secret. */
    private static List<String> signatureNames(Scheme scheme, List<Secret> secrets) {
        SignedMessage nothing = new SignedMessage(new RequestHead("POST", "/", "HTTP/1.1", List.of()), Bytes.EMPTY,
                Instant.EPOCH);
        return Stream.concat(secrets.stream(), Stream.of(new Secret("any", "any")))
                .filter(scheme::fits)
                .flatMap(secret -> scheme.sign(nothing, secret).stream())
                .map(Header::name)
                .distinct()
                .toList();
    }
}
