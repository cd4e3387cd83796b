package dev.hookglass.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.delivery.Outcome.Failed;
import dev.hookglass.event.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS: whom the sender trusts. The certificate is made anew for each run, for localhost only. */
class SenderTlsIT {
    private static final char[] PASSWORD = "for this run".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext context;
    private static X509ExtendedTrustManager trust;
    private static X509Certificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = folder.resolve("target.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-keystore", file.toString(),
                "-storepass",
                new String(PASSWORD), "-alias", "target", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "SAN=dns:localhost").redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        certificate = (X509Certificate) store.getCertificate("target");
        trust = trust(certificate);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
    }

    private static X509ExtendedTrustManager trust(X509Certificate trusted)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("target", trusted);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    @Test
    void trustedCertificateIsAccepted() throws Exception {
        try (RecordingServer server = server();
                Sender sender = new Sender(SenderLimits.DEFAULT, Permissions.NONE, () -> trust)) {
            String place = "localhost:" + server.port();
            for (int i = 0; i < 3; i++) {
                assertEquals(200,
                        assertInstanceOf(Answered.class, sender.send(post("https://" + place + "/x"))).status());
                assertEquals("POST /x HTTP/1.1\r\nHost: " + place + "\r\nContent-Length: 2\r\n\r\n{}",
                        server.take().latin1());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void selfSignedCertificateIsRefused() throws Exception {
        try (RecordingServer server = server(); Sender sender = new Sender()) {
            assertEquals("The certificate of localhost:" + server.port() + " is not trusted by this machine: it is "
                    + "self-signed, or its issuer is unknown here. If it is the right one, trust its fingerprint, as the "
                    + "window offers or with “hookglass target trust https://localhost:" + server.port() + "”.",
                    failure(sender, "https://localhost:" + server.port()));
            assertEquals(0, server.waiting());
        }
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws Exception {
        try (RecordingServer server = server();
                Sender sender = new Sender(SenderLimits.DEFAULT, Permissions.NONE, () -> trust)) {
            assertEquals(
                    "The certificate of 127.0.0.1:" + server.port() + " was issued for another host, so it was not "
                            + "trusted.",
                    failure(sender, "https://127.0.0.1:" + server.port()));
            assertEquals(0, server.waiting());
        }
    }

    @Test
    void anAcceptedCertificateIsTrusted_alsoForAnotherHost_andOnlyWhereItWasAccepted() throws Exception {
        try (RecordingServer server = server(); RecordingServer other = server()) {
            Permissions accepted = accepting(server.port(), PinnedTrust.fingerprint(certificate));
            try (Sender sender = new Sender(SenderLimits.DEFAULT, accepted)) {
                assertEquals(200, sender.send(post("https://127.0.0.1:" + server.port() + "/")).status());
                assertTrue(failure(sender, "https://127.0.0.1:" + other.port()).contains("is not trusted"));
            }
            try (Sender sender = new Sender(SenderLimits.DEFAULT, accepting(server.port(), "0".repeat(64)))) {
                assertTrue(failure(sender, "https://127.0.0.1:" + server.port()).contains("is not trusted"));
            }
        }
    }

    @Test
    void theCertificateOfAnUnknownIssuerIsShown_andNothingIsSent() throws Exception {
        try (RecordingServer server = server()) {
            TargetUrl url = TargetUrl.of("https://localhost:" + server.port() + "/");
            ServerIdentity shown = CertificateProbe.untrusted(url, Permissions.NONE).orElseThrow();
            assertEquals("CN=localhost", shown.subject());
            assertEquals("CN=localhost", shown.issuer());
            assertEquals(certificate.getNotAfter().toInstant(), shown.until());
            assertEquals(PinnedTrust.fingerprint(certificate), shown.sha256());
            assertTrue(shown.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), shown.fingerprint());
            assertEquals(0, server.waiting());
            assertEquals(Optional.empty(), CertificateProbe.untrusted(url, Permissions.NONE, trust));
            assertEquals(Optional.empty(), CertificateProbe.untrusted(url, accepting(server.port(), shown.sha256())));
        }
    }

    private static Permissions accepting(int port, String sha256) {
        return new Permissions() {
            @Override
            public boolean allowsPublic(String host) {
                return false;
            }

            @Override
            public Optional<String> pin(String host, int at) {
                return at == port ? Optional.of(sha256) : Optional.empty();
            }
        };
    }

    @Test
    void targetWithoutTlsIsNamed() throws Exception {
        try (Sender sender = new Sender(SenderLimits.DEFAULT, Permissions.NONE, () -> trust);
                ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlainText(listener));
            assertEquals(
                    "localhost:" + listener.getLocalPort() + " does not speak TLS; try http:// instead of https://.",
                    failure(sender, "https://localhost:" + listener.getLocalPort()));
        }
    }

    private static void answerInPlainText(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException peerGone) {
            // The sender has seen enough.
        }
    }

    private static RecordingServer server() throws IOException {
        return new RecordingServer(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                RecordingServer.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    }

    private static String failure(Sender sender, String url) {
        return assertInstanceOf(Failed.class, sender.send(post(url))).reason();
    }

    private static OutboundRequest post(String url) {
        return new OutboundRequest("POST", TargetUrl.of(url), List.of(), Bytes.ofUtf8("{}"));
    }
}
