package dev.hookglass.store;

import dev.hookglass.store.JournalledChange.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Changes of the database, one after the other. H2 writes what all its maps hold at a moment, and takes that moment for each
 * map by itself: while another thread is amid a transaction, a part of that gets into the file without what would take it
 * back, and stays there if the process is killed then. It also holds a commit for done where another's write has it, though that
 * may still be under way. So nobody commits while somebody else has changed something.
 *
 * <p>The lock is fair: those who change much do it in small transactions, and events come in between.
 */
final class Changes {
    private final Database database;
    private final Lock turn = new ReentrantLock(true);
    private final AtomicLong broughtBack = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();

    Changes(Database database) {
        this.database = database;
    }

    /** What is done in one transaction. */
    interface Change<T> {
        /**
         * Does it.
         *
         * @param journal is given what the journal is to have of it
         */
        T make(Connection connection, Consumer<JournalRecord> journal) throws SQLException;
    }

    /** Held while something is changed. */
    Lock turn() {
        return turn;
    }

    /** How many changes have brought deleted events back. */
    long broughtBack() {
        return broughtBack.get();
    }

    /** How many changes were made. */
    long made() {
        return changed.get();
    }

    /** Makes a change, or nothing of it. */
    <T> T make(Change<T> change) throws SQLException {
        turn.lock();
        try {
            Connection connection = database.connect();
            T made = make(change, connection);
            connection.close();
            changed.incrementAndGet();
            return made;
        } finally {
            turn.unlock();
        }
    }

    private <T> T make(Change<T> change, Connection connection) throws SQLException {
        long generation = database.generation();
        try {
            connection.setAutoCommit(false);
            List<JournalRecord> records = new ArrayList<>();
            T made = change.make(connection, records::add);
            commit(connection, records);
            return made;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, generation, e);
            throw e;
        }
    }

    /**
     * Nothing of it may be committed, not even by what ends the connection, nor may anybody else commit after an Error. A
     * connection that an Error left half done goes with its pool: H2 was seen to turn round for ever closing it.
     */
    private void undo(Connection connection, long generation, Throwable reason) throws SQLException {
        if (DiskTrouble.endsTheConnection(reason)) {
            database.failed(generation, reason);
        } else {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    /** Commits what was done on a connection; the journal has the records before, and no events behind them until then. */
    private void commit(Connection connection, List<JournalRecord> records) throws SQLException {
        if (records.isEmpty()) {
            connection.commit();
            database.committed(connection);
            return;
        }
        Journal journal = database.journal();
        synchronized (journal) {
            try {
                journal.append(records, false);
            } catch (IOException e) {
                throw new SQLException(String.valueOf(e.getMessage()), e);
            }
            try {
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                journal.takeBack(e);
                throw e;
            }
            journal.keep();
            database.committed(connection);
        }
        if (records.stream().anyMatch(record -> record instanceof JournalledChange(Kind kind, _)
                && kind == Kind.BROUGHT_BACK)) {
            broughtBack.incrementAndGet();
        }
    }
}
