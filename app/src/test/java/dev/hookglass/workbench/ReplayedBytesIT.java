package dev.hookglass.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import dev.hookglass.delivery.ConnectionHeaders;
import dev.hookglass.delivery.Order;
import dev.hookglass.delivery.Pace;
import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.target.Destination;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are sent again: equal to what was captured but for what is documented, and acceptable where signed anew. */
class ReplayedBytesIT {
    private static final int EVENTS = 1_000;
    private static final String[] NAMES = {"x-a", "X-A", "Content-Type", "User-Agent", "X-Long-Name", "TE", "Upgrade",
            "Signature", "accept", "Keep-Alive", "X!#$%&'*+.^_`|~9"};

    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Problem {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws Problem {
        bench.close();
    }

    private static List<Header> headers(Random random) {
        List<Header> headers = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            StringBuilder value = new StringBuilder("v");
            for (int length = random.nextInt(40); length > 0; length--) {
                // Printable, a tab, and bytes beyond ASCII, not at the ends, which are not part of a value.
                value.append((char) (random.nextInt(8) == 0 ? 0xa0 + random.nextInt(0x60) : ' ' + random.nextInt(95)));
            }
            headers.add(new Header(NAMES[random.nextInt(NAMES.length)], value.append('v').toString()));
        }
        headers.add(random.nextInt(headers.size() + 1), new Header("hOsT", "hooks.example:" + (1 + random.nextInt(9))));
        return headers;
    }

    @Test
    void aThousandEvents_asReceived_arriveAsTheyWereCaptured() throws Exception {
        Random random = new Random(11);
        List<Bytes> expected = new ArrayList<>();
        try (RecordingServer target = RecordingServer.answering(200);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(bench.url).getPort())) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < EVENTS; i++) {
                byte[] body = new byte[random.nextInt(2_000)];
                random.nextBytes(body);
                List<Header> headers = headers(random);
                String query = random.nextBoolean() ? "?n=" + i + "&x=%2f|" : "";
                List<Header> sent = new ArrayList<>(headers);
                sent.add(random.nextInt(sent.size() + 1), new Header("content-LENGTH", Integer.toString(body.length)));
                socket.getOutputStream().write(wire("POST", "/any/" + i + query, sent, body).array());
                assertEquals("HTTP/1.1 200 OK", answer(in));
                List<Header> again = new ArrayList<>();
                again.add(new Header("Host", "127.0.0.1:" + target.port()));
                headers.stream().filter(header -> !ConnectionHeaders.include(header)).forEach(again::add);
                again.add(new Header("Content-Length", Integer.toString(body.length)));
                expected.add(wire("POST", "/in" + query, again, body));
            }
            replay(target, false);
            for (int i = 0; i < EVENTS; i++) {
                assertEquals(expected.get(i).latin1(), target.take().latin1(), "event " + i);
            }
            assertEquals(0, target.waiting());
        }
    }

    private static Bytes wire(String method, String requestTarget, List<Header> headers, byte[] body) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(new RequestHead(method, requestTarget, "HTTP/1.1", headers).toBytes().array());
        wire.writeBytes(body);
        return Bytes.wrap(wire.toByteArray());
    }

    /** The status line of an answer without a body. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    private void replay(RecordingServer target, boolean signAnew) throws Problem {
        ReplayPlan plan = new ReplayPlan(bench.workbench.replaying().items(EventFilter.ALL), new Order.AsReceived(), 1,
                new Pace.AsFastAsPossible(), 1);
        bench.workbench.replaying().replay(plan, Destination.of(target.url("/in")), signAnew, _ -> {}).run();
    }

    private Bytes signedAnew(String provider, String secret, String body, String... headers) throws Exception {
        bench.workbench.sources()
                .add(Source.draft(provider, provider, "/" + provider)
                        .withSecrets(List.of(new Secret("production", secret))));
        bench.post("/" + provider, body.getBytes(StandardCharsets.UTF_8), headers);
        try (RecordingServer target = RecordingServer.answering(200)) {
            replay(target, true);
            return target.take();
        }
    }

    private static RequestHead head(Bytes request) {
        return RequestHead.parse(Bytes.ofLatin1(request.latin1().split("(?<=\r\n\r\n)", 2)[0]));
    }

    private static String body(Bytes request) {
        return request.utf8().split("\r\n\r\n", 2)[1];
    }

    @Test
    void signedAnew_stripesOwnLibraryAcceptsIt() throws Exception {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        Bytes request = signedAnew("stripe", secret, "{\"type\":\"customer.created\",\"name\":\"Zoë 🦊\"}",
                "Stripe-Signature", "t=1,v1=00");
        assertTrue(com.stripe.net.Webhook.Signature.verifyHeader(body(request),
                head(request).first("Stripe-Signature").orElseThrow(), secret, 300));
    }

    @Test
    void signedAnew_standardWebhooksOwnLibraryAcceptsIt() throws Exception {
        String secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        Bytes request = signedAnew("standard-webhooks", secret, "{\"type\":\"contact.created\",\"name\":\"Łukasz\"}",
                "webhook-id", "msg_1", "webhook-timestamp", "1", "webhook-signature", "v1,old");
        RequestHead head = head(request);
        new Webhook(secret).verify(body(request), Map.of("webhook-id", head.all("webhook-id"), "webhook-timestamp",
                head.all("webhook-timestamp"), "webhook-signature", head.all("webhook-signature")));
        assertEquals(List.of("msg_1"), head.all("webhook-id"));
    }
}
