package dev.hookglass.keychain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The login keychain of macOS, by its {@code security} command (its manual page). */
final class MacKeychain implements Keychain {
    private static final String SERVICE = "dev.hookglass";
    /** errSecItemNotFound, as the command ends with it. */
    private static final int NOT_FOUND = 44;

    private final String command;

    MacKeychain(String command) {
        this.command = command;
    }

    /**
     * In interactive mode, whose commands come by standard input, so that the text is no argument. How that mode ends tells
     * nothing of the commands on every version, so it is looked whether the text is there.
     */
    @Override
    public void keep(String id, String text, Duration patience) throws KeychainException, InterruptedException {
        KeychainTool.Result result = KeychainTool.run(List.of(command, "-i"),
                "add-generic-password -a " + id + " -s " + SERVICE + " -l Hookglass -w " + text + "\n", patience);
        if (result.exit() != 0 || find(id, patience).filter(text::equals).isEmpty()) {
            throw KeychainTool.failure(result);
        }
    }

    @Override
    public Optional<String> find(String id, Duration patience) throws KeychainException, InterruptedException {
        KeychainTool.Result result = KeychainTool
                .run(List.of(command, "find-generic-password", "-a", id, "-s", SERVICE, "-w"), "", patience);
        if (result.exit() == NOT_FOUND) {
            return Optional.empty();
        }
        if (result.exit() != 0) {
            throw KeychainTool.failure(result);
        }
        return Optional.of(result.out()).filter(text -> !text.isEmpty());
    }
}
