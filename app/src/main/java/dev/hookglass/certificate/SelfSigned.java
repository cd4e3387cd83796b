package dev.hookglass.certificate;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate that Hookglass makes for itself, kept with its key in one file that is the owner's only. */
public final class SelfSigned {
    /** Some clients take none that is valid for longer than 398 days. */
    static final Duration VALIDITY = Duration.ofDays(397);
    /** This long before its end another is made. */
    static final Duration RENEWAL = Duration.ofDays(30);
    /** For clocks that are behind. */
    private static final Duration EARLIER = Duration.ofDays(1);

    private static final X500Name NAME = new X500Name("CN=Hookglass on this machine");
    private static final int SERIAL_BITS = 127;

    private SelfSigned() {}

    /**
     * The certificate of a folder; made if there is none yet, and anew if it is about to run out.
     *
     * @param folder made if it is not there
     * @throws Problem if the folder cannot be written, or holds a file that is not such a certificate
     */
    public static ServerCertificate in(Path folder, InstantSource clock) throws Problem {
        Path file = folder.resolve("self-signed.pem");
        try {
            OwnerOnly.makeFolder(folder);
            if (Files.exists(file)) {
                ServerCertificate kept = read(file);
                if (clock.instant().isBefore(kept.end().minus(RENEWAL))) {
                    return kept;
                }
            }
            ServerCertificate made = make(clock.instant());
            OwnerOnly.write(file, Pem.text(made.key(), made.leaf()).getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (IOException e) {
            throw new Problem(
                    "The certificate " + file + " cannot be read or written; delete it or mend its permissions,"
                            + " and another is made.",
                    e);
        }
    }

    private static ServerCertificate read(Path file) throws IOException {
        Pem pem = Pem.read(Files.readString(file, StandardCharsets.US_ASCII), new char[0]);
        if (pem.keys().isEmpty() || pem.certificates().isEmpty()) {
            throw new IOException("No key or no certificate in it");
        }
        return new ServerCertificate(pem.keys().getFirst(), pem.certificates());
    }

    private static ServerCertificate make(Instant now) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new ServerCertificate(keys.getPrivate(), List.of(sign(keys, now)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Every Java platform signs with P-256", e);
        }
    }

    private static X509Certificate sign(KeyPair keys, Instant now)
            throws CertIOException, GeneralSecurityException, OperatorCreationException {
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
        Instant begin = now.minus(EARLIER);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(NAME, serial, Date.from(begin),
                Date.from(begin.plus(VALIDITY)), NAME, keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[]{
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.iPAddress, "::1")}));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
