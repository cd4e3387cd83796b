package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.Replay;
import dev.hookglass.delivery.Signer;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.provider.SignedWay;
import dev.hookglass.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of every sender, signed in its place, reach the receiver by HTTP and are judged as if the sender had sent them. */
class SignedSamplesIT {
    private static final Bytes FORM = Bytes.ofUtf8("CallSid=CA1234567890&Digits=1234");
    private static final int TYPES = 4;

    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder.resolve("data"));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static List<SignedWay> ways() {
        return SignedWay.CATALOGUE.all().stream().flatMap(provider -> SignedWay.of(provider).stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://hooks.example", "https://hooks.example/of?tenant=7"})
    void aSignedSample_isJudgedValidByItsSource(String publicUrl) throws Exception {
        for (SignedWay way : ways()) {
            Source source = source(way, publicUrl);
            TargetUrl target = TargetUrl.parse(bench.url + source.path());
            for (OutboundRequest request : samples(way, target, Instant.now())) {
                Verdict verdict = sent(request);
                assertEquals(Outcome.VALID, verdict.outcome(), way + ": " + verdict.reason());
            }
            bench.workbench.sources().remove(source.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://hooks.example/of"})
    void anOldEvent_signedAnewAndSentAgain_isJudgedValid(String publicUrl) throws Exception {
        for (SignedWay way : ways()) {
            Source source = source(way, publicUrl);
            TargetUrl target = TargetUrl.parse(bench.url + source.path());
            Instant lately = Instant.now().minus(Duration.ofHours(1));
            sent(samples(way, target, lately).getFirst());
            CapturedEvent event = bench.newestWhole();
            Verdict first = event.summary().verdict();
            assertTrue(first.outcome() == Outcome.VALID || first.outcome() == Outcome.STALE,
                    way + ": " + first.reason());

            Signer signer = Signer.of(way.scheme(), source.secrets(), Instant.now()).orElseThrow();
            Verdict again = sent(Replay.of(event, target)
                    .signedAnew(signer.forUrl(bench.workbench.signedUrl(target)))
                    .request());

            assertEquals(Outcome.VALID, again.outcome(), way + ": " + again.reason());
            List<String> names = event.request().headers().stream()
                    .map(header -> header.name().toLowerCase(Locale.ROOT)).toList();
            assertEquals(Set.copyOf(names).size(), names.size(), way + " has a header twice: " + names);
            bench.workbench.sources().remove(source.id());
        }
    }

    @Test
    void aTargetElsewhere_isSignedForItsOwnUrl() throws Exception {
        Source source = source(ways().getFirst(), "https://hooks.example/of");

        assertEquals("https://hooks.example/of/more?a=b", signedUrl(bench.url + source.path() + "/more?a=b"));
        assertEquals("https://hooks.example/of", signedUrl("http://localhost:3000" + source.path()));
        assertEquals("http://localhost:3000/hook", signedUrl("http://localhost:3000/hook"));
        assertEquals("http://example.org" + source.path(), signedUrl("http://example.org" + source.path()));
    }

    private String signedUrl(String target) throws Problem {
        return bench.workbench.signedUrl(TargetUrl.parse(target));
    }

    private Source source(SignedWay way, String publicUrl) throws Problem {
        return bench.workbench.sources().add(Source.draft("one more", way.provider().id(), "/one/more")
                .withSecrets(List.of(way.secret()))
                .withPublicUrl(publicUrl));
    }

    private List<OutboundRequest> samples(SignedWay way, TargetUrl target, Instant at) {
        Provider provider = way.provider();
        Signer signer = new Signer(provider.scheme(), way.secret(), at)
                .forUrl(bench.workbench.signedUrl(target));
        List<OutboundRequest> requests = new ArrayList<>();
        for (EventType type : provider.events().stream().limit(TYPES).toList()) {
            List<Header> headers = new ArrayList<>(Samples.headers(provider, type));
            headers.addAll(way.telling());
            requests.add(Composition.signed(headers, Samples.body(provider, type, 3), target, signer));
        }
        if (requests.isEmpty()) {
            requests.add(Composition.signed(way.telling(), FORM, target, signer));
        }
        return requests;
    }

    private Verdict sent(OutboundRequest request) throws Problem {
        var outcome = bench.workbench.deliveries().deliver(request, OptionalLong.empty()).outcome();
        assertTrue(outcome instanceof Answered, () -> outcome.toString());
        return bench.newest().verdict();
    }
}
