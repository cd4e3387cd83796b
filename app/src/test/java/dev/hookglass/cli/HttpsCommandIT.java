package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listening for HTTPS on the command line, and the certificate that senders are to trust. */
class HttpsCommandIT {
    @TempDir
    private Path parent;

    private static SSLContext trusting(String pem) throws Exception {
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

    @Test
    void aClientThatTrustsTheExportedCertificate_isAnsweredOverHttps() throws Exception {
        Path folder = parent.resolve("data");
        try (ReceiverProcess receiver = new ReceiverProcess(folder, "--https-port", "0")) {
            String url = receiver.line(text -> text.startsWith("Listening on https"))
                    .substring("Listening on ".length());
            // While the receiver has the folder open.
            Path file = parent.resolve("trust.pem");
            assertEquals(0, Run.of("certificate", "--data", folder.toString(), "--output", file.toString()).exit());
            assertEquals(Files.readString(file), Run.of("certificate", "--data", folder.toString()).out());
            try (HttpClient http = HttpClient.newBuilder().sslContext(trusting(Files.readString(file))).build()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/x"))
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))
                        .build();
                assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
            }
        }
    }

    @Test
    void aCertificateThatCannotBeServed_isRefusedInOneSentence() throws Exception {
        Path file = Files.writeString(parent.resolve("own.pem"), "no certificate");
        Run run = Run.of("receive", "--port", "0", "--https-port", "0", "--certificate", file.toString(), "--data",
                parent.resolve("data").toString());

        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("neither PEM nor PKCS12"), run.err());
    }

    @Test
    void optionsThatDoNotGoTogether_areWrongUsage() {
        assertEquals(2, Run.of("receive", "--certificate", "own.pem").exit());
        assertEquals(2, Run.of("receive", "--https-port", "0", "--key", "own.pem").exit());
        assertEquals(2, Run.of("receive", "--https-port", "70000").exit());
        assertEquals(2, Run.of("receive", "--max-body", "large").exit());
        assertTrue(Run.of("receive", "--max-body", "5000G").err().contains("There is memory for bodies of"));
    }
}
