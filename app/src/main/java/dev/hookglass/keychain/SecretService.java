package dev.hookglass.keychain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Secret Service of Linux desktops (GNOME Keyring, KWallet), by libsecret's {@code secret-tool} (its manual page). */
public final class SecretService implements Keychain {
    private final String command;

    /** @param command the name or path of {@code secret-tool} */
    public SecretService(String command) {
        this.command = command;
    }

    @Override
    public void keep(String id, String text, Duration patience) throws KeychainException, InterruptedException {
        KeychainTool.Result result = KeychainTool.run(
                List.of(command, "store", "--label=Hookglass", "application", "hookglass", "key", id), text, patience);
        if (result.exit() != 0) {
            throw KeychainTool.failure(result);
        }
    }

    @Override
    public Optional<String> find(String id, Duration patience) throws KeychainException, InterruptedException {
        KeychainTool.Result result = KeychainTool
                .run(List.of(command, "lookup", "application", "hookglass", "key", id), "", patience);
        if (result.exit() != 0 && !result.error().isEmpty()) {
            throw KeychainTool.failure(result);
        }
        // It says nothing at all where there is no such text.
        return Optional.of(result.out()).filter(text -> !text.isEmpty());
    }
}
