package dev.hookglass.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** What PEM text holds: private keys in their usual forms, encrypted or not, and certificates in their order. */
record Pem(List<PrivateKey> keys, List<X509Certificate> certificates) {
    /** A key is encrypted, and the password is missing or wrong. */
    static final class WrongPassword extends IOException {
        private static final long serialVersionUID = 1L;

        WrongPassword(Throwable cause) {
            super("The password does not open the key", cause);
        }
    }

    /**
     * Reads text; what is neither key nor certificate is passed over.
     *
     * @throws WrongPassword if a key cannot be opened
     * @throws IOException if the text is broken
     */
    static Pem read(String text, char[] password) throws IOException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                switch (next) {
                    case X509CertificateHolder holder -> certificates.add(certificate(holder));
                    case PrivateKeyInfo info -> keys.add(key(info));
                    case PEMKeyPair pair -> keys.add(key(pair.getPrivateKeyInfo()));
                    case PEMEncryptedKeyPair pair -> keys.add(key(open(pair, password)));
                    case PKCS8EncryptedPrivateKeyInfo info -> keys.add(key(open(info, password)));
                    default -> {
                        // Parameters of curves, requests and the like say nothing that is needed.
                    }
                }
            }
        } catch (CertificateException e) {
            throw new IOException("A certificate cannot be read", e);
        }
        return new Pem(keys, certificates);
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    /** As Java's own key, which its TLS knows best. */
    private static PrivateKey key(PrivateKeyInfo info) throws IOException {
        try {
            return KeyFactory.getInstance(info.getPrivateKeyAlgorithm().getAlgorithm().getId())
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("A key of a kind that Java does not know", e);
        }
    }

    private static PrivateKeyInfo open(PEMEncryptedKeyPair pair, char[] password) throws WrongPassword {
        try {
            var decryptor = new JcePEMDecryptorProviderBuilder().setProvider(new BouncyCastleProvider())
                    .build(password);
            return pair.decryptKeyPair(decryptor).getPrivateKeyInfo();
        } catch (IOException e) {
            throw new WrongPassword(e);
        }
    }

    private static PrivateKeyInfo open(PKCS8EncryptedPrivateKeyInfo info, char[] password) throws WrongPassword {
        try {
            return info.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(password));
        } catch (OperatorCreationException | PKCSException e) {
            throw new WrongPassword(e);
        }
    }

    /** Keys and certificates as PEM. */
    static String text(Object... parts) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object part : parts) {
                // Left to itself, BouncyCastle writes a form of EC keys that leaves out which curve it is.
                writer.writeObject(part instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : part);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Keys and certificates can be encoded", e);
        }
        return text.toString();
    }
}
