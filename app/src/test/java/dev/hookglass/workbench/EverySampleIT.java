package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.payload.SchemaCheck;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.provider.SignedWay;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.Unsigned;
import dev.hookglass.source.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every event type of every built-in provider: a sample fits its schema, is signed, received and judged. */
class EverySampleIT {
    private static final long SEED = 11;
    private static final String PUBLIC_URL = "https://hooks.example/of";

    @TempDir
    private Path folder;

    @Test
    void samplesOfEveryType_fitTheirSchema_andAreJudgedValid() throws Exception {
        int checked = 0;
        try (Bench bench = new Bench(folder.resolve("data"))) {
            for (Provider provider : SignedWay.CATALOGUE.all()) {
                List<SignedWay> ways = SignedWay.of(provider);
                Source source = bench.workbench.sources().add(Source.draft("one more", provider.id(), "/one/more")
                        .withSecrets(ways.stream().limit(1).map(SignedWay::secret).toList())
                        .withPublicUrl(PUBLIC_URL));
                for (EventType type : provider.events()) {
                    check(bench, provider, type, ways);
                    checked++;
                }
                bench.workbench.sources().remove(source.id());
            }
        }
        assertTrue(checked > 100, "types checked: " + checked);
    }

    @ParameterizedTest
    @CsvSource({"orders-2.0.json, shop:s3cret", "parcels-2.6.yaml, s3cret", "weather-3.0.yaml, s3cret"})
    void samplesOfAnImportedDocument_areJudgedValid_atOnce(String document, String secret) throws Exception {
        Path file = Path.of(Objects.requireNonNull(Provider.class.getResource(document)).toURI());
        try (Bench bench = new Bench(folder.resolve("data"))) {
            Imported imported = bench.workbench.importing().importAny(file, false, _ -> {});
            Provider provider = ((Imported.Document) imported).provider();
            bench.workbench.sources().add(Source.draft("one more", provider.id(), "/one/more")
                    .withSecrets(List.of(new Secret("1", secret))));
            SignedWay way = new SignedWay(provider, provider.scheme(), provider.scheme(), List.of(),
                    new Secret("1", secret));
            for (EventType type : provider.events()) {
                check(bench, provider, type, List.of(way));
            }
        }
    }

    private static void check(Bench bench, Provider provider, EventType type, List<SignedWay> ways) throws Exception {
        String name = provider.id() + " " + type.name();
        Bytes body = Samples.body(provider, type, SEED);
        assertEquals(List.of(), new SchemaCheck(provider.bodySchema(type))
                .findings(JsonBody.parse(body, List.of()).orElseThrow()), name);
        TargetUrl target = TargetUrl.parse(bench.url + "/one/more");
        OutboundRequest request = ways.isEmpty()
                ? Composition.request(Samples.headers(provider, type), body, target)
                : signed(bench, provider, type, body, ways.getFirst(), target);
        var outcome = bench.workbench.deliveries().deliver(request, OptionalLong.empty()).outcome();
        assertTrue(outcome instanceof Answered, () -> name + ": " + outcome);
        EventSummary received = bench.newest();
        assertEquals(provider.scheme() instanceof Unsigned ? Outcome.UNSIGNED : Outcome.VALID,
                received.verdict().outcome(), name + ": " + received.verdict().reason());
        assertEquals(type.name(), received.type(), name);
    }

    private static OutboundRequest signed(Bench bench, Provider provider, EventType type, Bytes body, SignedWay way,
            TargetUrl target) {
        List<Header> headers = new ArrayList<>(Samples.headers(provider, type));
        headers.addAll(way.telling());
        Signer signer = new Signer(provider.scheme(), way.secret(), Instant.now())
                .forUrl(bench.workbench.signedUrl(target));
        return Composition.signed(headers, body, target, signer);
    }
}
