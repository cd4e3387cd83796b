package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in TLS arrive like others, and what is no TLS is told. */
class HttpsIT extends WithReceiver {
    private final Tls tls = new Tls();

    @Override
    ReceiverSettings settings() throws Exception {
        return super.settings().withHttps(0, tls.certificate());
    }

    @Override
    void whenStopped() {
        assertTrue(sink.isEmpty(), "Something was told twice, or became an event");
    }

    private RawClient plainOnTls() throws IOException {
        return new RawClient(Tls.port(receiver));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aRequestInTls_arrivesAsSentAndSaysThatItDid(String version) throws Exception {
        String head = "POST /a%2Fb?c HTTP/1.1\r\nhOsT: x\r\nB:  2 \r\na:1\r\nContent-Length: 2\r\n\r\n";
        try (RawClient sender = tls.client(receiver, version)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, sender.send(head + "ok").answer().status());
                ReceivedRequest request = sink.request();
                assertEquals(head, request.head().latin1());
                assertEquals("ok", request.body().utf8());
                assertEquals("https", request.scheme());
            }
        }
    }

    @Test
    void thePlainPort_goesOnBeside() throws Exception {
        assertEquals("http", received(GOOD).scheme());
    }

    @Test
    void aBodyOfManyRecords_arrivesToTheByte() throws Exception {
        byte[] body = new byte[LIMIT];
        new Random(1).nextBytes(body);
        try (RawClient sender = tls.client(receiver)) {
            sender.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + LIMIT + "\r\n\r\n").send(body);
            assertEquals(200, sender.answer().status());
            assertEquals(Bytes.wrap(body), sink.request().body());
        }
    }

    @Test
    void aMalformedRequestInTls_isToldLikeAnother() throws Exception {
        try (RawClient sender = tls.client(receiver)) {
            assertEquals(400, sender.send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n").answer().status());
            Rejection rejection = sink.rejection();
            assertEquals(Reason.MALFORMED, rejection.reason());
            assertTrue(rejection.firstText().startsWith("GET /%zz"), rejection.firstText());
        }
    }

    @Test
    void aBodyInTlsThatIsTooLarge_is413() throws Exception {
        try (RawClient sender = tls.client(receiver)) {
            sender.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n");
            assertEquals(413, sender.answer().status());
            assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
        }
    }

    @Test
    void plainHttpOnTheHttpsPort_isToldWithWhatToDo() throws Exception {
        try (RawClient sender = plainOnTls()) {
            sender.send(GOOD);
            Rejection rejection = sink.rejection();

            assertEquals(Reason.TLS_FAILED, rejection.reason());
            assertTrue(rejection.detail().contains("https://"), rejection.detail());
            assertTrue(rejection.firstText().startsWith("GET / HTTP/1.1"), rejection.firstText());
        }
    }

    @Test
    void garbageOnTheHttpsPort_isTold() throws Exception {
        try (RawClient sender = plainOnTls()) {
            sender.send("\1\2\3\4\5\6\7\b\1\2\3\4\5\6\7\b");
            Rejection rejection = sink.rejection();

            assertEquals(Reason.TLS_FAILED, rejection.reason());
            assertTrue(rejection.detail().contains("not TLS"), rejection.detail());
        }
    }

    @Test
    void aSenderThatDoesNotTrustTheCertificate_isToldSo() throws Exception {
        try (SSLSocket socket = (SSLSocket) SSLContext.getDefault()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), Tls.port(receiver))) {
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
            Rejection rejection = sink.rejection();

            assertEquals(Reason.TLS_FAILED, rejection.reason());
            assertTrue(rejection.detail().contains("does not trust the certificate"), rejection.detail());
        }
    }

    @Test
    void aSenderThatGoesAwayAfterTheHandshake_isTold() throws Exception {
        tls.client(receiver).close();

        assertEquals(Reason.TLS_FAILED, sink.rejection().reason());
    }

    @Test
    void aSenderThatGoesAwayWithinTheHandshake_isTold() throws Exception {
        try (RawClient sender = plainOnTls()) {
            sender.send("\26\3\1\2\0\1\0\1\374\3\3").halfClose();
            assertEquals(Reason.TLS_FAILED, sink.rejection().reason());
        }
    }

    @Test
    void aConnectionWithoutAByte_isNoRejection() throws Exception {
        try (RawClient sender = plainOnTls()) {
            sender.halfClose();
            assertTrue(sender.isEnded());
        }
    }

    @Test
    void aHandshakeThatTakesTooLong_isCutOffAndTold() throws Exception {
        Duration brief = Duration.ofMillis(300);
        try (Receiver hasty = start(settings().withDeadlines(LONG, LONG, brief));
                RawClient sender = new RawClient(Tls.port(hasty))) {
            sender.send("\26\3\1\2\0\1\0\1\374\3\3");

            assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
            assertTrue(sender.isEnded());
        }
    }

    @Test
    void anHttpsPortThatIsTaken_isAProblemThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            ReceiverSettings wanted = settings().withHttps(taken.getLocalPort(), tls.certificate());
            String sentence = assertThrows(Problem.class, () -> start(wanted)).sentence();

            assertTrue(sentence.contains("Port " + taken.getLocalPort() + " is already in use"), sentence);
        }
    }
}
