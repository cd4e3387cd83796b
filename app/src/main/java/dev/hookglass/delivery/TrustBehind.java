package dev.hookglass.delivery;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom another one trusts, unless whoever extends it knows better. */
abstract class TrustBehind extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager behind;

    TrustBehind(X509ExtendedTrustManager behind) {
        this.behind = behind;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        behind.checkServerTrusted(chain, method, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        behind.checkServerTrusted(chain, method, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        behind.checkServerTrusted(chain, method);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        behind.checkClientTrusted(chain, method, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        behind.checkClientTrusted(chain, method, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        behind.checkClientTrusted(chain, method);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return behind.getAcceptedIssuers();
    }
}
