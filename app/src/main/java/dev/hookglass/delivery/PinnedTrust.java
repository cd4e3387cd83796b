package dev.hookglass.delivery;

import dev.hookglass.event.Bytes;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts whom this machine trusts, and besides the very certificates that a person has accepted: those are known by
 * themselves, so neither who issued them, nor for which host, nor until when matters.
 */
final class PinnedTrust extends TrustBehind {
    private final Permissions permissions;

    PinnedTrust(X509ExtendedTrustManager usual, Permissions permissions) {
        super(usual);
        this.permissions = permissions;
    }

    /** Whom Java trusts on this machine unless told otherwise. */
    static X509ExtendedTrustManager ofThisMachine() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Java can check no certificates"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own certificates cannot be read", e);
        }
    }

    /** A context for connections that trust so. */
    static SSLContext context(X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }

    static String fingerprint(X509Certificate certificate) throws CertificateException {
        return Bytes.wrap(certificate.getEncoded()).sha256();
    }

    private boolean isPinned(X509Certificate[] chain, @Nullable SSLSession session) throws CertificateException {
        return session != null && permissions.pin(session.getPeerHost(), session.getPeerPort())
                .filter(fingerprint(chain[0])::equals)
                .isPresent();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        if (!isPinned(chain, socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null)) {
            super.checkServerTrusted(chain, method, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        if (!isPinned(chain, engine.getHandshakeSession())) {
            super.checkServerTrusted(chain, method, engine);
        }
    }
}
