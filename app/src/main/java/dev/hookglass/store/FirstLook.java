package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.JournalContents.Place;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/** A look at a database file that was not closed in order, or is another than the one that was. */
final class FirstLook {
    private FirstLook() {}

    /**
     * Opens the file without writing to it, so that one which is not for us is left byte for byte.
     *
     * @param reading opens it so
     * @param noted the last event that was noted beside it
     */
    static void at(Path file, DataSource reading, long noted, List<Place> journalled) throws Problem {
        try (Connection connection = reading.getConnection()) {
            // One that lacks steps is of an older Hookglass, or one that a crash set back to its very beginning.
            boolean isCurrent = SchemaSteps.areTaken(connection);
            long last = isCurrent ? LastEvent.id(connection) : LastEvent.idInOlder(connection);
            if (last < noted && !Playback.reaches(journalled, last, noted)) {
                throw UnreadableStore.shortened(file, last, noted);
            }
            // One that is taken as it is has no note.
            long missing = isCurrent && noted > 0 ? Wholeness.missing(connection) : 0;
            if (missing > journalled.stream().filter(Place::isEvent).count()) {
                throw UnreadableStore.incomplete(file, missing);
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** Why it could not be opened. */
    static Problem failed(Path file, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new Problem("The event database " + file
                    + " is open in another program; close that one, or name another folder with --data.", e);
            // A table can be lost with the page that tells of it.
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1 ->
                UnreadableStore.damaged(file, e);
            default -> new Problem("The event database " + file + " cannot be opened (" + Database.firstLine(e)
                    + "); it was left as it was.", e);
        };
    }
}
