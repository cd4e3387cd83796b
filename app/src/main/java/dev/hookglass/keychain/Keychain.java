package dev.hookglass.keychain;

import dev.hookglass.folder.DataFolder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Keeps short texts for the user who is logged in, and no one else. Blocks, for a bounded time; an interrupt ends it. */
public interface Keychain {
    /**
     * Keeps a text.
     *
     * @param id no text with this id is kept yet
     * @param text printable ASCII without spaces
     * @param patience how long to wait at most
     */
    void keep(String id, String text, Duration patience) throws KeychainException, InterruptedException;

    /**
     * The text that is kept under an id; empty if there is none.
     *
     * @param patience how long to wait at most: a person may be asked to unlock it
     */
    Optional<String> find(String id, Duration patience) throws KeychainException, InterruptedException;

    /**
     * The one of this operating system. Nothing is run yet, so it may turn out not to be there. {@code HOOKGLASS_KEYCHAIN=off}
     * in the environment keeps away from it, as a server without a user may want.
     */
    static Keychain ofThisSystem() {
        if ("off".equalsIgnoreCase(System.getenv("HOOKGLASS_KEYCHAIN"))) {
            return none("HOOKGLASS_KEYCHAIN is off");
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("mac")
                ? new MacKeychain("/usr/bin/security")
                : system.contains("win")
                        ? new WindowsKeychain(DataFolder.defaultPath().resolve("keys"), new WindowsDataProtection())
                        : new SecretService("secret-tool");
    }

    /** One that keeps nothing. */
    static Keychain none(String reason) {
        return new Keychain() {
            @Override
            public void keep(String id, String text, Duration patience) throws KeychainException {
                throw new KeychainException(reason);
            }

            @Override
            public Optional<String> find(String id, Duration patience) throws KeychainException {
                throw new KeychainException(reason);
            }
        };
    }
}
