package dev.hookglass.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Looks who a target says it is, without sending it anything. */
public final class CertificateProbe {
    private static final int PATIENCE_MILLIS = 10_000;

    private CertificateProbe() {}

    /**
     * The certificate of a target that is not trusted because its issuer is unknown on this machine; empty where the
     * certificate is trusted, is refused for another reason, or there is none. Waits for the network.
     */
    public static Optional<ServerIdentity> untrusted(TargetUrl url, Permissions permissions) {
        return untrusted(url, permissions, PinnedTrust.ofThisMachine());
    }

    static Optional<ServerIdentity> untrusted(TargetUrl url, Permissions permissions, X509ExtendedTrustManager usual) {
        if (!url.isSecure()) {
            return Optional.empty();
        }
        Witness witness = new Witness(new PinnedTrust(usual, permissions));
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(new GuardedResolver(permissions).resolve(url.host())[0], url.port()),
                    PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket socket = (SSLSocket) PinnedTrust.context(witness).getSocketFactory()
                    .createSocket(plain, url.host(), url.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.ofNullable(witness.refused);
        }
    }

    /** Keeps the certificate that the one behind it refuses. */
    private static final class Witness extends TrustBehind {
        private @Nullable ServerIdentity refused;

        Witness(X509ExtendedTrustManager judge) {
            super(judge);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket)
                throws CertificateException {
            try {
                super.checkServerTrusted(chain, method, socket);
            } catch (CertificateException e) {
                if (isOfUnknownIssuer(e)) {
                    X509Certificate shown = chain[0];
                    refused = new ServerIdentity(shown.getSubjectX500Principal().getName(),
                            shown.getIssuerX500Principal().getName(), shown.getNotBefore().toInstant(),
                            shown.getNotAfter().toInstant(), PinnedTrust.fingerprint(shown));
                }
                throw e;
            }
        }

        private static boolean isOfUnknownIssuer(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertPathBuilderException) {
                    return true;
                }
            }
            return false;
        }
    }
}
