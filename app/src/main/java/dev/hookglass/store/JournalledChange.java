package dev.hookglass.store;

import dev.hookglass.event.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Something that a person wanted of stored events, or how far the database has got, as the journal has it. */
record JournalledChange(Kind kind, List<Long> ids) implements JournalRecord {
    /** What was wanted. */
    enum Kind {
        DELETED(-1), BROUGHT_BACK(-2), PINNED(-3), UNPINNED(-4),
        /** In the place of the ids is H2's number of what the file held after a commit. */
        COMMITTED(-5);

        private final long code;

        Kind(long code) {
            this.code = code;
        }

        /** What stands in the place of an event's id. */
        long code() {
            return code;
        }
    }

    static JournalledChange of(Kind kind, Collection<Long> ids) {
        return new JournalledChange(kind, List.copyOf(ids));
    }

    @Override
    public byte[] front() {
        ByteBuffer bytes = ByteBuffer.allocate((1 + ids.size()) * Long.BYTES).putLong(kind.code);
        ids.forEach(bytes::putLong);
        return bytes.array();
    }

    @Override
    public Bytes body() {
        return Bytes.EMPTY;
    }

    /** The change again. */
    static JournalledChange read(byte[] front) {
        ByteBuffer bytes = ByteBuffer.wrap(front);
        long code = bytes.getLong();
        List<Long> ids = new ArrayList<>();
        while (bytes.remaining() >= Long.BYTES) {
            ids.add(bytes.getLong());
        }
        for (Kind kind : Kind.values()) {
            if (kind.code == code) {
                return of(kind, ids);
            }
        }
        throw new IllegalArgumentException("There is no change " + code);
    }
}
