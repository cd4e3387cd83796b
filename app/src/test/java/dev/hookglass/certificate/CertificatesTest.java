package dev.hookglass.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.PKCS8Generator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate that is made, and those that people have. */
class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final char[] NONE = new char[0];
    private static final char[] PASSWORD = "a password".toCharArray();

    @TempDir
    Path folder;

    private ServerCertificate made(String name, Instant at) throws Problem {
        return SelfSigned.in(folder.resolve(name), InstantSource.fixed(at));
    }

    private ServerCertificate read(Path file, @Nullable Path key, char[] password) throws Problem {
        return CertificateFiles.read(file, key, password, InstantSource.fixed(NOW));
    }

    private String refusal(Path file, @Nullable Path key, char[] password) {
        return assertThrows(Problem.class, () -> read(file, key, password)).sentence();
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path pkcs12(ServerCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("any", certificate.key(), PASSWORD, new Certificate[]{certificate.leaf()});
        Path file = folder.resolve("own.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    @Test
    void theMadeOne_isForThisMachineAndNotForLong() throws Exception {
        X509Certificate leaf = made("tls", NOW).leaf();

        assertEquals("EC", leaf.getPublicKey().getAlgorithm());
        assertEquals(Set.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1")),
                new HashSet<>(leaf.getSubjectAlternativeNames()));
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), leaf.getExtendedKeyUsage());
        assertEquals(-1, leaf.getBasicConstraints());
        assertTrue(Duration.between(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()).toDays() < 398);
        leaf.verify(leaf.getPublicKey());
    }

    @Test
    void theMadeOne_staysUntilItIsAboutToRunOut() throws Exception {
        ServerCertificate first = made("tls", NOW);

        assertEquals(first, made("tls", NOW.plus(Duration.ofDays(300))));
        ServerCertificate next = made("tls", NOW.plus(Duration.ofDays(370)));
        assertNotEquals(first, next);
        assertTrue(next.end().isAfter(first.end()));
    }

    @Test
    void theMadeOnesKey_isItsOwnersOnly() throws Exception {
        made("tls", NOW);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(folder.resolve("tls/self-signed.pem"))));
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls"))));
        }
    }

    @Test
    void theExportedText_isTheCertificateWithoutItsKey() throws Exception {
        String pem = made("tls", NOW).pem();

        assertTrue(pem.startsWith("-----BEGIN CERTIFICATE-----"), pem);
        assertFalse(pem.contains("PRIVATE"));
    }

    @Test
    void aMadeOneThatIsDamaged_isAProblemThatSaysWhatToDo() throws Exception {
        made("tls", NOW);
        write("tls/self-signed.pem", "nothing");

        assertTrue(assertThrows(Problem.class, () -> made("tls", NOW)).sentence().contains("delete it"));
    }

    @Test
    void pemInOneFileOrTwo_isRead() throws Exception {
        ServerCertificate own = made("own", NOW);
        ServerCertificate other = made("other", NOW);
        Path chain = write("chain.pem", Pem.text(other.leaf(), own.leaf()));
        Path key = write("key.pem", Pem.text(own.key()));

        assertEquals(own, read(write("both.pem", Pem.text(own.leaf(), own.key())), null, NONE));
        // The certificate that the key belongs to is shown first, wherever it stands.
        assertEquals(new ServerCertificate(own.key(), List.of(own.leaf(), other.leaf())), read(chain, key, NONE));
    }

    @Test
    void anEncryptedKey_needsItsPassword() throws Exception {
        ServerCertificate own = made("own", NOW);
        Path file = write("own.pem", own.pem());
        Path key = write("key.pem", Pem.text(new JcaPKCS8Generator(own.key(),
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC).setProvider(new BouncyCastleProvider())
                        .setPassword(PASSWORD)
                        .build())));

        assertEquals(own, read(file, key, PASSWORD));
        assertTrue(refusal(file, key, NONE).contains("--certificate-password-file"));
        assertTrue(refusal(file, key, "another".toCharArray()).contains("does not open"));
    }

    @Test
    void pkcs12_needsItsPassword() throws Exception {
        ServerCertificate own = made("own", NOW);
        Path file = pkcs12(own);

        assertEquals(own, read(file, null, PASSWORD));
        assertTrue(refusal(file, null, NONE).contains("--certificate-password-file"));
        String wrong = refusal(file, null, "another".toCharArray());
        assertTrue(wrong.contains("does not open"), wrong);
        assertFalse(wrong.contains("another"), wrong);
    }

    @Test
    void whatCannotBeServed_isRefusedInOneSentence() throws Exception {
        ServerCertificate own = made("own", NOW);
        ServerCertificate old = made("old", NOW.minus(Duration.ofDays(500)));
        ServerCertificate early = made("early", NOW.plus(Duration.ofDays(5)));

        assertTrue(
                refusal(write("mixed.pem", Pem.text(own.leaf(), old.key())), null, NONE).contains("does not belong"));
        assertTrue(
                refusal(write("old.pem", Pem.text(old.leaf(), old.key())), null, NONE).contains("ran out on 2026-08-"));
        assertTrue(
                refusal(write("early.pem", Pem.text(early.leaf(), early.key())), null, NONE).contains("not valid yet"));
        assertTrue(refusal(write("nokey.pem", own.pem()), null, NONE).contains("--key"));
        assertTrue(refusal(write("nocert.pem", Pem.text(own.key())), null, NONE).contains("no certificate"));
        assertTrue(refusal(write("text.txt", "hello"), null, NONE).contains("neither PEM nor PKCS12"));
        assertTrue(refusal(folder.resolve("missing"), null, NONE).contains("cannot be read"));
    }
}
