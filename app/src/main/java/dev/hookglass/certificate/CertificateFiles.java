package dev.hookglass.certificate;

import dev.hookglass.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person's own certificate: PKCS12, or PEM with its key in the same file or one beside it. */
public final class CertificateFiles {
    private static final byte[] PROBE = {1, 2, 3};

    private CertificateFiles() {}

    /**
     * Reads it, and sees that it can be served.
     *
     * @param file PKCS12, or PEM; told by its content
     * @param keyFile the PEM file of the key, if that is in another
     * @param password of the PKCS12 file or the PEM key; empty if it has none
     * @throws Problem if a file cannot be read or opened, the key belongs to no certificate in it, or it is not valid now
     */
    public static ServerCertificate read(Path file, @Nullable Path keyFile, char[] password, InstantSource clock)
            throws Problem {
        byte[] content = bytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        ServerCertificate read = text.contains("-----BEGIN ")
                ? pem(file, text, keyFile, password)
                : pkcs12(file, content, password);
        if (clock.instant().isAfter(read.end())) {
            throw new Problem("The certificate in " + file + " ran out on " + read.end().atOffset(ZoneOffset.UTC)
                    .toLocalDate() + "; name one that is valid.");
        }
        if (clock.instant().isBefore(read.leaf().getNotBefore().toInstant())) {
            throw new Problem(
                    "The certificate in " + file + " is not valid yet; set this machine's clock, or name another.");
        }
        return read;
    }

    private static byte[] bytes(Path file) throws Problem {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read; check its name and permissions.", e);
        }
    }

    private static ServerCertificate pem(Path file, String text, @Nullable Path keyFile, char[] password)
            throws Problem {
        Pem pem = parse(file, text, password);
        Path keySource = keyFile == null ? file : keyFile;
        List<PrivateKey> keys = keyFile == null
                ? pem.keys()
                : parse(keyFile, new String(bytes(keyFile), StandardCharsets.ISO_8859_1), password).keys();
        if (pem.certificates().isEmpty()) {
            throw new Problem("There is no certificate in " + file + "; name a PEM or PKCS12 file that has one.");
        }
        if (keys.isEmpty()) {
            throw new Problem("There is no private key in " + keySource + "; name the file that has it with --key.");
        }
        return fitting(file, keys.getFirst(), pem.certificates());
    }

    private static Pem parse(Path file, String text, char[] password) throws Problem {
        try {
            return Pem.read(text, password);
        } catch (Pem.WrongPassword e) {
            throw wrongPassword(file, password, e);
        } catch (IOException e) {
            throw new Problem("The file " + file + " is not proper PEM; export it anew.", e);
        }
    }

    private static Problem wrongPassword(Path file, char[] password, Exception e) {
        return new Problem(password.length == 0
                ? "The key in " + file + " has a password; name a file that holds it with --certificate-password-file."
                : "The password does not open " + file + "; correct it.", e);
    }

    private static ServerCertificate pkcs12(Path file, byte[] content, char[] password) throws Problem {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                    return fitting(file, key, x509(store.getCertificateChain(alias)));
                }
            }
            throw new Problem("There is no private key in " + file + "; export the certificate together with its key.");
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? wrongPassword(file, password, e)
                    : new Problem(
                            "The file " + file + " is neither PEM nor PKCS12; export the certificate as one of them.",
                            e);
        } catch (GeneralSecurityException e) {
            throw wrongPassword(file, password, e);
        }
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    /** The chain with the key's own certificate first, wherever it stands in the file. */
    private static ServerCertificate fitting(Path file, PrivateKey key, List<X509Certificate> certificates)
            throws Problem {
        Optional<X509Certificate> own = certificates.stream().filter(each -> fits(key, each)).findFirst();
        if (own.isEmpty()) {
            throw new Problem("The private key does not belong to the certificate in " + file
                    + "; name the key that it was made with.");
        }
        List<X509Certificate> chain = new ArrayList<>(certificates);
        chain.remove(own.get());
        chain.addFirst(own.get());
        return new ServerCertificate(key, chain);
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(PROBE);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
