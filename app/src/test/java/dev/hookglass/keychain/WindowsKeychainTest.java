package dev.hookglass.keychain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it but Windows itself, in whose place something stands that anybody could read. */
class WindowsKeychainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEXT = "c2VjcmV0LWtleQ==";

    @TempDir
    private Path folder;

    /** Each byte with another one, and the purpose in front. */
    private static final class Turned implements DataProtection {
        @Override
        public byte[] protect(byte[] plain, byte[] purpose) {
            byte[] whole = Arrays.copyOf(purpose, purpose.length + plain.length);
            System.arraycopy(plain, 0, whole, purpose.length, plain.length);
            return turned(whole);
        }

        @Override
        public byte[] unprotect(byte[] encrypted, byte[] purpose) throws KeychainException {
            byte[] whole = turned(encrypted);
            if (whole.length < purpose.length || !Arrays.equals(purpose, Arrays.copyOf(whole, purpose.length))) {
                throw new KeychainException("it is not for this");
            }
            return Arrays.copyOfRange(whole, purpose.length, whole.length);
        }

        private static byte[] turned(byte[] bytes) {
            byte[] turned = bytes.clone();
            for (int i = 0; i < turned.length; i++) {
                turned[i] ^= 0x5A;
            }
            return turned;
        }
    }

    private Path keys() {
        return folder.resolve("Hookglass").resolve("keys");
    }

    private Keychain keychain() {
        return new WindowsKeychain(keys(), new Turned());
    }

    @Test
    void find_whatWasKept_isGivenBackByAnother() throws KeychainException, InterruptedException, IOException {
        keychain().keep("0a1b", TEXT, PATIENCE);
        keychain().keep("2c3d", "other", PATIENCE);

        assertEquals(Optional.of(TEXT), keychain().find("0a1b", PATIENCE));
        assertEquals(Optional.of("other"), keychain().find("2c3d", PATIENCE));
        assertEquals(Optional.empty(), keychain().find("4e5f", PATIENCE));
        try (var files = Files.list(keys())) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(TEXT), file.toString());
            }
        }
    }

    @Test
    void find_aFileOfAnotherIdOrADamagedOne_isRefused() throws KeychainException, InterruptedException, IOException {
        keychain().keep("0a1b", TEXT, PATIENCE);
        Files.copy(keys().resolve("0a1b.dpapi"), keys().resolve("2c3d.dpapi"));
        Files.write(keys().resolve("4e5f.dpapi"), new byte[0]);

        assertThrows(KeychainException.class, () -> keychain().find("2c3d", PATIENCE));
        assertThrows(KeychainException.class, () -> keychain().find("4e5f", PATIENCE));
    }

    @Test
    void keep_whereNoFolderCanBeMade_isRefused() throws IOException {
        Files.writeString(folder.resolve("Hookglass"), "a file");

        KeychainException refusal = assertThrows(KeychainException.class,
                () -> keychain().keep("0a1b", TEXT, PATIENCE));

        assertEquals("the file of their key cannot be read or written", refusal.reason());
    }

    @Test
    void keep_whereTheLibraryIsNotThere_isRefusedInWords() {
        Keychain absent = new WindowsKeychain(keys(), new WindowsDataProtection(List.of("no-such-library")));

        KeychainException refusal = assertThrows(KeychainException.class, () -> absent.keep("0a1b", TEXT, PATIENCE));

        assertEquals("the data protection of Windows is not there on this system", refusal.reason());
        assertFalse(Files.exists(keys()), "nothing is written that was not encrypted");
    }

    @Test
    void keep_whereWindowsDoesNotAnswer_isGivenUpForGood() {
        CountDownLatch never = new CountDownLatch(1);
        Keychain slow = new WindowsKeychain(keys(), new DataProtection() {
            @Override
            public byte[] protect(byte[] plain, byte[] purpose) throws KeychainException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new KeychainException("ended", e);
                }
                return plain;
            }

            @Override
            public byte[] unprotect(byte[] encrypted, byte[] purpose) {
                return encrypted;
            }
        });

        KeychainException refusal = assertThrows(KeychainException.class,
                () -> slow.keep("0a1b", TEXT, Duration.ofMillis(20)));

        assertTrue(refusal.reason().startsWith("Windows did not answer"), refusal.reason());
        assertFalse(Files.exists(keys()));
    }
}
