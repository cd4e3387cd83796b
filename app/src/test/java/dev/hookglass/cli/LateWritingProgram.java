package dev.hookglass.cli;

import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/**
 * A receiver that acknowledges what is not yet in the file: the real one, whose database is told behind its back to write
 * commits half a second later, as H2 does by itself, and whose journal is taken away from under it.
 */
final class LateWritingProgram {
    private LateWritingProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Workbench workbench = Workbench.open(folder);
                Connection connection = DriverManager
                        .getConnection("jdbc:h2:file:" + folder.resolve("events") + ";IFEXISTS=TRUE", "hookglass", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 500");
            for (String journal : new String[]{"events-a.journal", "events-b.journal"}) {
                // It goes on writing to files that are in no folder any more.
                Files.delete(folder.resolve(journal));
            }
            System.out.println("Listening on " + workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0)));
            while (true) {
                // Each further connection of the receiver's sets it back.
                LockSupport.parkNanos(20_000_000);
                statement.execute("SET WRITE_DELAY 500");
            }
        }
    }
}
