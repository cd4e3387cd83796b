package dev.hookglass.keychain;

import dev.hookglass.folder.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Files that Windows encrypts for the user who is logged in ({@link WindowsDataProtection}): Windows has no keychain that keeps
 * texts itself and can be asked for them without a library of its own. Each text has a file.
 */
final class WindowsKeychain implements Keychain {
    private final Path folder;
    private final DataProtection protection;

    /** @param folder where the files are; made when the first text is kept */
    WindowsKeychain(Path folder, DataProtection protection) {
        this.folder = folder;
        this.protection = protection;
    }

    @Override
    public void keep(String id, String text, Duration patience) throws KeychainException, InterruptedException {
        within(patience, () -> {
            byte[] encrypted = protection.protect(text.getBytes(StandardCharsets.US_ASCII), purpose(id));
            if (Thread.interrupted()) {
                throw new InterruptedException("It came too late");
            }
            OwnerOnly.makeFolder(folder);
            OwnerOnly.write(file(id), encrypted);
            return true;
        });
    }

    @Override
    public Optional<String> find(String id, Duration patience) throws KeychainException, InterruptedException {
        return within(patience, () -> {
            if (!Files.exists(file(id))) {
                return Optional.empty();
            }
            byte[] plain = protection.unprotect(Files.readAllBytes(file(id)), purpose(id));
            return Optional.of(new String(plain, StandardCharsets.US_ASCII));
        });
    }

    private Path file(String id) {
        return folder.resolve(id + ".dpapi");
    }

    /** Keeps a file from being taken for another. */
    private static byte[] purpose(String id) {
        return ("Hookglass " + id).getBytes(StandardCharsets.US_ASCII);
    }

    /** The system may have to ask a domain for its keys; whoever waits for us must not wait for that. */
    private static <T> T within(Duration patience, Callable<T> work) throws KeychainException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Whoever was told that it failed is not to find it done later.
            task.cancel(true);
            throw new KeychainException("Windows did not answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KeychainException known
                    ? known
                    : e.getCause() instanceof IOException unreadable
                            ? new KeychainException("the file of their key cannot be read or written", unreadable)
                            : new KeychainException("the data protection of Windows failed", e);
        }
    }
}
