package dev.hookglass.store;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the newest form, step by step; each step is a numbered resource and is taken once. */
final class SchemaSteps {
    /**
     * In order; a step that has been published is never changed. H2 commits each statement that defines something, so a step
     * may have to be taken again from its middle: “if not exists”.
     */
    private static final List<String> STEPS = List.of("001-events.sql", "002-attempts.sql", "003-rejections.sql",
            "004-keeping.sql", "005-answers.sql", "006-rejudging.sql", "007-scheme-and-keys.sql",
            "008-marks.sql", "009-forwarding.sql", "010-attempt-bodies.sql", "011-attempt-pages.sql",
            "012-attempt-page-index.sql");

    static final int COUNT = STEPS.size();

    private SchemaSteps() {}

    /** Whether a database has all steps; changes nothing in it. */
    static boolean areTaken(Connection connection) throws SQLException, Problem {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'SCHEMA_STEP'")) {
            return rows.next() && requireKnown(taken(connection)) == COUNT;
        }
    }

    private static int requireKnown(int taken) throws UnreadableStore {
        if (taken > COUNT) {
            throw UnreadableStore.newer();
        }
        return taken;
    }

    static void take(Connection connection) throws SQLException, Problem {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_step (number INT PRIMARY KEY)");
        }
        int taken = requireKnown(taken(connection));
        for (int number = taken + 1; number <= STEPS.size(); number++) {
            take(connection, number);
        }
    }

    private static int taken(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM schema_step")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void take(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement note = connection.prepareStatement("INSERT INTO schema_step VALUES (?)")) {
            statement.execute(read(STEPS.get(number - 1)));
            note.setInt(1, number);
            note.executeUpdate();
        }
    }

    private static String read(String step) {
        try (InputStream in = SchemaSteps.class.getResourceAsStream("schema/" + step)) {
            if (in == null) {
                throw new IllegalStateException("Schema step " + step + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Schema step " + step + " cannot be read", e);
        }
    }
}
