package dev.hookglass.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate with its key.
 *
 * @param key the private key of the first certificate
 * @param chain the certificate, then those that vouch for it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    public ServerCertificate {
        chain = List.copyOf(chain);
    }

    /** When it runs out. */
    public Instant end() {
        return leaf().getNotAfter().toInstant();
    }

    /** The certificate that senders are to trust, without its key, as PEM. */
    public String pem() {
        return Pem.text(leaf());
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    /** TLS as a server that shows this certificate and asks for none. */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A certificate that fits its key can be served", e);
        }
    }

    /** The name only: the key does not belong in logs. */
    @Override
    public String toString() {
        return "certificate of " + leaf().getSubjectX500Principal();
    }
}
