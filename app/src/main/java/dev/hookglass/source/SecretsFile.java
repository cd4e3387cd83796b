package dev.hookglass.source;

import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.keychain.KeychainException;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.SecretKeeping.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file that keeps the texts of the secrets: encrypted (AES-256 in GCM, NIST SP 800-38D) with a key that the system
 * keychain keeps, or as plain text where there is no keychain. Only its owner can read it. For one thread at a time.
 */
final class SecretsFile {
    private static final Duration TO_KEEP = Duration.ofSeconds(3);
    /** A person may have to unlock the keychain, and nothing waits for it. */
    private static final Duration TO_FIND = Duration.ofMinutes(2);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final Keychain keychain;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Key key;
    private volatile SecretKeeping keeping = SecretKeeping.EMPTY;

    SecretsFile(Path file, Keychain keychain) {
        this.file = file;
        this.keychain = keychain;
    }

    /** A key and the id that the keychain keeps it under. */
    private record Key(String id, byte[] bytes) {}

    /** The secrets by the ids of their sources. */
    record Texts(Map<Integer, List<Secret>> bySource) {
        static final Texts NONE = new Texts(Map.of());

        Texts {
            bySource = Map.copyOf(bySource);
        }
    }

    /** The file: with {@code secrets} as plain text, or else with all the others. */
    record Form(int format, Optional<Texts> secrets, Optional<String> key, Optional<String> nonce,
            Optional<String> encrypted) {}

    SecretKeeping keeping() {
        return keeping;
    }

    /** What can be read without the keychain; empty if that is nothing, which {@link #keeping} gives the reason of. */
    Optional<Form> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Form form = SourcesFile.MAPPER.readValue(Files.readAllBytes(file), Form.class);
            keeping = form.secrets().isPresent()
                    ? new SecretKeeping(Kind.PLAIN, "the system keychain has not taken a key yet")
                    : SecretKeeping.WAITING;
            return Optional.of(form);
        } catch (JacksonException | NullPointerException quotesTheFile) {
            lose(file.getFileName() + " is damaged");
        } catch (IOException e) {
            lose(file.getFileName() + " cannot be read; check its permissions");
        }
        return Optional.empty();
    }

    /** There are sources with secrets, and no file of them. */
    void missing() {
        if (keeping.kind() != Kind.LOST) {
            lose(file.getFileName() + " is missing");
        }
    }

    /** Whether there is a keychain that keeps a key; {@link #keeping} tells why not. */
    boolean canEncrypt() {
        try {
            if (key == null) {
                key = newKey();
            }
            return true;
        } catch (KeychainException e) {
            keeping = new SecretKeeping(Kind.PLAIN, e.reason());
            return false;
        }
    }

    private void lose(String reason) {
        keeping = new SecretKeeping(Kind.LOST, reason);
    }

    /** Decrypts, with the key that the keychain keeps; empty if that fails, which {@link #keeping} gives the reason of. */
    Optional<Texts> decrypt(Form form) throws InterruptedException {
        try {
            String id = form.key().orElse("");
            Optional<String> found = keychain.find(id, TO_FIND);
            if (found.isEmpty()) {
                lose("their key is not in the system keychain any more");
                return Optional.empty();
            }
            Key used = new Key(id, Base64.getDecoder().decode(found.get()));
            byte[] plain = cipher(Cipher.DECRYPT_MODE, used, decode(form.nonce())).doFinal(decode(form.encrypted()));
            Texts texts = SourcesFile.MAPPER.readValue(plain, Texts.class);
            key = used;
            keeping = SecretKeeping.ENCRYPTED;
            return Optional.of(texts);
        } catch (KeychainException e) {
            keeping = new SecretKeeping(Kind.UNREADABLE, e.reason());
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException tellsNothing) {
            lose(file.getFileName() + " is damaged, or was changed by something other than Hookglass");
        }
        return Optional.empty();
    }

    private static byte[] decode(Optional<String> base64) {
        return Base64.getDecoder().decode(base64.orElse(""));
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("hookglass secrets 1 " + key.id()).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /**
     * Replaces what the file holds; what cannot be read any more is kept aside.
     *
     * @throws Problem if it cannot be written, or the keychain may still give what the file holds now
     */
    void write(Texts texts) throws Problem {
        if (keeping.kind() == Kind.WAITING || keeping.kind() == Kind.UNREADABLE) {
            throw new Problem("The secrets cannot be changed now, because " + keeping.reason() + ".");
        }
        try {
            if (keeping.kind() == Kind.LOST && Files.exists(file)) {
                Files.move(file, file.resolveSibling("secrets-unreadable-" + Instant.now().toEpochMilli() + ".json"));
            }
            if (texts.bySource().isEmpty()) {
                Files.deleteIfExists(file);
                keeping = SecretKeeping.EMPTY;
                return;
            }
            Form form = form(texts);
            OwnerOnly.write(file, SourcesFile.MAPPER.writeValueAsBytes(form));
        } catch (IOException e) {
            throw new Problem("The secrets cannot be saved to " + file + " (" + e.getMessage() + ").", e);
        }
    }

    private Form form(Texts texts) {
        try {
            Key present = key;
            Key used = present == null ? newKey() : present;
            byte[] nonce = bytes(NONCE_BYTES);
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, used, nonce)
                    .doFinal(SourcesFile.MAPPER.writeValueAsBytes(texts));
            key = used;
            keeping = SecretKeeping.ENCRYPTED;
            Base64.Encoder base64 = Base64.getEncoder();
            return new Form(1, Optional.empty(), Optional.of(used.id()), Optional.of(base64.encodeToString(nonce)),
                    Optional.of(base64.encodeToString(encrypted)));
        } catch (KeychainException e) {
            keeping = new SecretKeeping(Kind.PLAIN, e.reason());
        } catch (GeneralSecurityException e) {
            keeping = new SecretKeeping(Kind.PLAIN, "this Java platform cannot encrypt them");
        }
        return new Form(1, Optional.of(texts), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A key that the keychain has been seen to give back; under an id of its own, so that it never replaces another. */
    private Key newKey() throws KeychainException {
        Key made = new Key(HexFormat.of().formatHex(bytes(8)), bytes(KEY_BYTES));
        String text = Base64.getEncoder().encodeToString(made.bytes());
        try {
            keychain.keep(made.id(), text, TO_KEEP);
            byte[] found = keychain.find(made.id(), TO_KEEP).orElse("").getBytes(StandardCharsets.US_ASCII);
            if (!MessageDigest.isEqual(found, text.getBytes(StandardCharsets.US_ASCII))) {
                throw new KeychainException("the system keychain does not give back what it was given");
            }
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeychainException("Hookglass was being closed", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
