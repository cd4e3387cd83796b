package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;

/** What the failures of a database mean for its file. */
final class DiskTrouble {
    /** H2 lets a file go for ever after these. */
    private static final Set<Integer> ENDINGS = Set.of(ErrorCode.GENERAL_ERROR_1, ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);
    /** These are told of a file that was let go before: whatever was asked has not begun. */
    private static final Set<Integer> GONE_BEFORE = Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE);
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private DiskTrouble() {}

    /** Whether the file is let go after it: by H2 itself, or by us, since nobody knows what an Error left half done. */
    static boolean endsTheConnection(Throwable e) {
        return isError(e) || e instanceof SQLException sql && ENDINGS.contains(sql.getErrorCode());
    }

    /** Whether Java itself failed, as where there is no memory left. */
    static boolean isError(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error || cause instanceof SQLException sql
                    && sql.getErrorCode() == ErrorCode.OUT_OF_MEMORY) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same may be asked once more of a new connection. */
    static boolean wasGoneBefore(SQLException e) {
        return GONE_BEFORE.contains(e.getErrorCode());
    }

    /** Why nothing can be stored, as a sentence for who waits for it. */
    static Problem notStored(Path file, Throwable e) {
        if (isError(e)) {
            return failed(isOfMemory(e));
        }
        if (isFull(e) || hasNoRoom(file)) {
            return new Problem("The event was not stored: the disk with " + file.getParent()
                    + " is full; make room on it.", e);
        }
        return new Problem("The event was not stored: the event database cannot be written (" + Database.firstLine(e)
                + ").", e);
    }

    /** That Java itself failed, as a sentence for who waits for it. */
    static Problem failed(boolean isOfMemory) {
        return new Problem("The event was not stored: " + (isOfMemory
                ? "there was not enough memory"
                : "Hookglass itself failed") + "; send it again in a moment.");
    }

    static boolean isLocked(Throwable e) {
        return e instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    private static boolean isOfMemory(Throwable e) {
        return e instanceof OutOfMemoryError || e instanceof SQLException sql
                && sql.getErrorCode() == ErrorCode.OUT_OF_MEMORY
                || e.getCause() != null && isOfMemory(e.getCause());
    }

    private static boolean isFull(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            // Linux and macOS, Linux with quotas, Windows.
            if (words.contains("no space left on device") || words.contains("disk quota exceeded")
                    || words.contains("not enough space on the disk")) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is so little room that trying is of no use. */
    static boolean hasNoRoom(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException e) {
            return false;
        }
    }
}
