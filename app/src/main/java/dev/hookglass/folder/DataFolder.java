package dev.hookglass.folder;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An open data folder. One process at a time has it; the operating system gives the lock back when that process ends,
 * however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "hookglass.lock";
    /**
     * Folders that this process has open, by their real paths. The operating system's lock belongs to the process: a second
     * try would have to open the lock file, and closing that again would give the lock away.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path realPath;
    private final FileChannel lockFile;
    private final LogFile log;

    private DataFolder(Path path, Path realPath, FileChannel lockFile, LogFile log) {
        this.path = path;
        this.realPath = realPath;
        this.lockFile = lockFile;
        this.log = log;
    }

    /** Where data lives unless the user says otherwise: the folder that the operating system has for it. */
    public static Path defaultPath() {
        return defaultPath(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    static Path defaultPath(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Hookglass");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Hookglass");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        // The XDG specification asks to ignore relative paths.
        return (xdg == null || !xdg.startsWith("/") ? home.resolve(".local").resolve("share") : Path.of(xdg))
                .resolve("hookglass");
    }

    /**
     * Opens a data folder, making it if it is not there.
     *
     * @throws FolderInUse if another Hookglass has it open
     * @throws Problem if it cannot be made or written
     */
    public static DataFolder open(Path path) throws Problem {
        Path folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Problem("The data folder " + folder + " is a file; name a folder with --data.");
        }
        Path realPath = make(folder);
        if (!OPEN.add(realPath)) {
            throw inUse(folder, " (process " + ProcessHandle.current().pid() + ")");
        }
        try {
            return open(folder, realPath);
        } catch (Problem | RuntimeException e) {
            OPEN.remove(realPath);
            throw e;
        }
    }

    private static Path make(Path folder) throws Problem {
        try {
            OwnerOnly.makeFolder(folder);
            return folder.toRealPath();
        } catch (IOException e) {
            throw new Problem("The data folder " + folder + " cannot be made (" + reason(e)
                    + "); name another with --data.", e);
        }
    }

    private static DataFolder open(Path folder, Path realPath) throws Problem {
        FileChannel lock = lock(folder);
        try {
            return new DataFolder(folder, realPath, lock, LogFile.begin(folder));
        } catch (IOException e) {
            closeQuietly(lock, e);
            throw notWritable(folder, e);
        }
    }

    private static FileChannel lock(Path folder) throws Problem {
        Path file = folder.resolve(LOCK_FILE);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = holder(channel);
                channel.close();
                throw inUse(folder, holder);
            }
            OwnerOnly.restrict(file);
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw notWritable(folder, e);
        }
    }

    private static FolderInUse inUse(Path folder, String holder) {
        return new FolderInUse("The data folder " + folder + " is open in another Hookglass" + holder
                + "; close that one, or name another folder with --data.");
    }

    private static Problem notWritable(Path folder, IOException e) {
        return new Problem("The data folder " + folder + " cannot be written (" + reason(e)
                + "); change its permissions, or name another with --data.", e);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // A byte far behind the process id, so that Windows, where locks are mandatory, lets others read the id.
            return channel.tryLock(1 << 20, 1, false);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer id = ByteBuffer.allocate(20);
        channel.read(id, 0);
        String text = new String(id.array(), 0, id.position(), StandardCharsets.UTF_8);
        return text.matches("\\d+") ? " (process " + text + ")" : "";
    }

    private static void closeQuietly(@Nullable FileChannel channel, IOException reason) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    public Path path() {
        return path;
    }

    /** A file or folder inside. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Lets the folder go, for another process to open. */
    @Override
    public void close() {
        log.close();
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException("Closing the lock file of " + path + " failed", e);
        } finally {
            OPEN.remove(realPath);
        }
    }
}
