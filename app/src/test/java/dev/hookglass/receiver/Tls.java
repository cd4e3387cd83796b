package dev.hookglass.receiver;

import dev.hookglass.certificate.SelfSigned;
import dev.hookglass.certificate.ServerCertificate;
import dev.hookglass.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate and clients that trust it. */
final class Tls {
    private final ServerCertificate certificate;

    Tls() {
        try {
            Path folder = Files.createTempDirectory("tls");
            certificate = SelfSigned.in(folder.resolve("tls"), InstantSource.system());
            Files.delete(folder.resolve("tls/self-signed.pem"));
            Files.delete(folder.resolve("tls"));
            Files.delete(folder);
        } catch (IOException | Problem e) {
            throw new AssertionError(e);
        }
    }

    ServerCertificate certificate() {
        return certificate;
    }

    static int port(Receiver receiver) {
        return URI.create(receiver.httpsUrl().orElseThrow()).getPort();
    }

    /** TLS that trusts the certificate as it is exported. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        return trusting(certificate.pem());
    }

    static SSLContext trusting(String pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("receiver", CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A client in TLS, of the version named or the newest. */
    RawClient client(Receiver receiver, String... protocols) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket) trusting().getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port(receiver));
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return new RawClient(socket);
    }
}
