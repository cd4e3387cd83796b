package dev.hookglass.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;

/**
 * Tells of most keys that no event has them, so that the database need not be asked: nearly every event is the first with its
 * key, and to look that up costs more than to write the event to the journal. Hashes of keys are kept, so that a key may be
 * taken for known that is not, and never the other way round. For one thread.
 */
final class KnownKeys {
    /** Two mebibytes when it is used: of a million keys' hashes, one in seventeen is that of another. */
    private static final int BITS = 1 << 24;
    private static final int PORTION = 4_096;

    private final BitSet hashes = new BitSet();
    private final MessageDigest sha1;
    private long readUpTo = -1;
    private boolean complete;

    /** Knows nothing yet, and so takes each key for known. */
    KnownKeys() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** Whether some event may have a key. */
    boolean mayHave(String key) {
        return !complete || hashes.get(place(hash(key)));
    }

    void add(String key) {
        hashes.set(place(hash(key)));
    }

    /** Takes over some more of the keys that are in the database, until it has all; to be called again and again. */
    void readOn(Connection connection) throws SQLException {
        if (complete) {
            return;
        }
        try (PreparedStatement select = connection
                .prepareStatement("SELECT key_hash FROM event WHERE key_hash > ? ORDER BY key_hash LIMIT ?")) {
            select.setLong(1, readUpTo);
            select.setInt(2, PORTION);
            int count = 0;
            try (ResultSet rows = select.executeQuery()) {
                for (; rows.next(); count++) {
                    readUpTo = rows.getLong(1);
                    hashes.set(place(readUpTo));
                }
            }
            complete = count < PORTION;
        }
    }

    private static int place(long hash) {
        return (int) (hash & BITS - 1);
    }

    /** What H2's {@code ORA_HASH} gives, by which events are indexed. */
    long hash(String key) {
        byte[] digest = sha1.digest(key.getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt(Integer.BYTES));
    }
}
