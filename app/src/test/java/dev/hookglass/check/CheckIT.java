package dev.hookglass.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hookglass.delivery.Composition;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Permissions;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Acknowledgement;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.EventType;
import dev.hookglass.provider.Provider;
import dev.hookglass.provider.Samples;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints that do right, and that do wrong in one way each. */
class CheckIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private Path folder;

    /** What an endpoint makes of a request. */
    @FunctionalInterface
    private interface Endpoint {
        int status(RequestHead head, Bytes body, boolean authentic);
    }

    private Provider provider(String id) throws Exception {
        return Catalogue.load(folder).find(id).orElseThrow();
    }

    private static Set<String> failed(Check check) {
        return check.findings().stream()
                .filter(finding -> !finding.passed())
                .map(finding -> finding.trial().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Check check(Provider provider, String secretText, Acknowledgement acknowledgement, Endpoint endpoint)
            throws Exception {
        Secret secret = new Secret("it", secretText);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, provider, secret, endpoint));
            server.start();
            TargetUrl target = TargetUrl.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            EventType type = provider.events().getFirst();
            Subject subject = new Subject(provider, Optional.of(type), secret, Composition
                    .request(Samples.headers(provider, type), Samples.body(provider, type, 1), target),
                    Optional.empty());
            return Check.run(Trials.of(subject, Instant.now()), acknowledgement, Permissions.NONE, _ -> {});
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Provider provider, Secret secret, Endpoint endpoint)
            throws IOException {
        List<Header> headers = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        RequestHead head = new RequestHead(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                "HTTP/1.1", headers);
        Bytes body = Bytes.wrap(exchange.getRequestBody().readAllBytes());
        boolean authentic = Judge
                .judge(provider.scheme(), List.of(secret), new SignedMessage(head, body, Instant.now()))
                .outcome() == Outcome.VALID;
        exchange.sendResponseHeaders(endpoint.status(head, body, authentic), -1);
        exchange.close();
    }

    /** Square signs the URL, which for a receiver behind a tunnel is not the one that is sent to. */
    @Test
    void signedFor_anEndpointBehindATunnel_findsTheSignatureValid() throws Exception {
        Provider square = provider("square");
        Secret secret = new Secret("it", "abc");
        Subject subject = Subject.ofSample(square, square.events().getFirst(), List.of(secret),
                TargetUrl.parse("http://127.0.0.1:9/hook")).signedFor("https://tunnel.example/hook");

        OutboundRequest signed = subject.signedNow();

        RequestHead head = new RequestHead(signed.method(), signed.url().requestTarget(), "HTTP/1.1",
                signed.headers());
        assertEquals("http://127.0.0.1:9/hook", signed.url().toString());
        assertEquals(Outcome.VALID, Judge.judge(square.scheme(), List.of(secret), new SignedMessage(head,
                signed.body(), Instant.now(), Optional.of("https://tunnel.example/hook"))).outcome());
        assertEquals(Outcome.VALID, subject.verdict(signed, Instant.now()));
    }

    private static int correct(RequestHead head, Bytes body, boolean authentic) {
        return authentic ? 200 : 401;
    }

    @ParameterizedTest
    @CsvSource({"standard-webhooks," + SECRET, "github,abc", "slack,8f742231b10e8888abcd99yyyzzz85a5",
            "stripe,whsec_test", "optimizely-cmp,0123456789", "optimizely-campaign,user:password",
            "optimizely-experimentation,token"})
    void correctEndpoint_passes(String id, String secret) throws Exception {
        Provider provider = provider(id);
        Check check = check(provider, secret, provider.acknowledgement(), CheckIT::correct);

        assertEquals(Set.of(), failed(check), () -> check.findings().toString());
        Set<String> names = check.findings().stream().map(finding -> finding.trial().name())
                .collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("signed now", "duplicate", "wrong secret", "missing header",
                "unknown field", "new request header", "empty body", "oversized body")), names.toString());
    }

    @Test
    void endpointThatChecksNothing_isToldWhatItMustRefuse() throws Exception {
        Provider provider = provider("standard-webhooks");
        Check check = check(provider, SECRET, provider.acknowledgement(), (_, _, _) -> 200);
        assertEquals(Set.of("wrong secret", "missing header", "malformed header", "one byte changed", "stale time"),
                failed(check));
        Finding finding = check.findings().stream().filter(found -> !found.passed()).findFirst().orElseThrow();
        assertTrue(finding.words().contains("it accepted what it should refuse"), finding.words());
    }

    @Test
    void endpointThatRefusesAnUnknownField_isToldSo() throws Exception {
        Provider provider = provider("github");
        Check check = check(provider, "abc", provider.acknowledgement(),
                (head, body, authentic) -> body.utf8().contains("\"since\"") ? 400 : correct(head, body, authentic));
        assertEquals(Set.of("unknown field"), failed(check));
    }

    @Test
    void endpointThatRefusesADuplicate_isToldSo() throws Exception {
        Provider provider = provider("github");
        Set<String> seen = new HashSet<>();
        Check check = check(provider, "abc", provider.acknowledgement(), (head, body, authentic) -> !authentic
                ? 401
                : seen.add(body.sha256() + head.headers().size() + head.first("X-GitHub-Event")) ? 200 : 409);
        assertEquals(Set.of("duplicate"), failed(check));
    }

    @Test
    void endpointThatIsTooSlow_isToldSo() throws Exception {
        Provider provider = provider("github");
        CountDownLatch never = new CountDownLatch(1);
        Check check = check(provider, "abc",
                new Acknowledgement(List.of(200), Optional.of(Duration.ofMillis(100))), (head, body, authentic) -> {
                    try {
                        // Only a wait that is longer than the provider's can show what a long wait does.
                        return never.await(150, TimeUnit.MILLISECONDS) ? 500 : correct(head, body, authentic);
                    } catch (InterruptedException e) {
                        return 500;
                    }
                });
        assertEquals(check.findings().size(), failed(check).size());
        assertTrue(check.findings().getFirst().words().contains("waits for 100 ms only"),
                check.findings().getFirst().words());
    }

    @Test
    void endpointThatFailsOnABatch_isToldSo() throws Exception {
        Provider provider = provider("optimizely-campaign");
        Check check = check(provider, "user:password", provider.acknowledgement(),
                (head, body, authentic) -> body.utf8().split("\"batchSent|\"id\"|\\},\\{").length > 50
                        ? 500
                        : correct(head, body, authentic));
        assertEquals(Set.of("full batch"), failed(check));
    }

    @Test
    void endpointThatIsNotThere_failsInWords() throws Exception {
        Provider provider = provider("github");
        EventType type = provider.events().getFirst();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Subject subject = new Subject(provider, Optional.of(type), new Secret("it", "abc"), Composition.request(
                Samples.headers(provider, type), Samples.body(provider, type, 1),
                TargetUrl.parse("http://127.0.0.1:" + port + "/")), Optional.empty());
        Check check = Check.run(Trials.of(subject, Instant.now()), provider.acknowledgement(), Permissions.NONE,
                _ -> {});
        assertTrue(check.findings().stream().allMatch(finding -> finding.words().startsWith("It did not answer: ")));
    }

    @Test
    void reports_nameEachTrial_andNoSecret() throws Exception {
        Provider provider = provider("standard-webhooks");
        Check check = check(provider, SECRET, provider.acknowledgement(), (_, _, _) -> 200);
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        JunitReport.write(check, "http://x/?a=1&b=<2>", xml);
        String page = HtmlReport.of(check, provider.name(), "http://x/?a=1&b=<2>", Instant.now());

        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.toByteArray()));
        for (Finding finding : check.findings()) {
            assertTrue(xml.toString(StandardCharsets.UTF_8).contains(finding.trial().name()));
            assertTrue(page.contains(finding.trial().name()));
        }
        assertTrue(xml.toString(StandardCharsets.UTF_8).contains("failures=\"5\""));
        assertTrue(page.contains("a=1&amp;b=&lt;2&gt;"));
        assertTrue(!page.contains(SECRET) && !xml.toString(StandardCharsets.UTF_8).contains(SECRET));
    }
}
