package dev.hookglass.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Up to {@value #SIZE} entries in the order of their ids, column by column. One thread at a time writes, any number reads
 * without a lock: an entry is there once {@link #size} counts it, and a column that changes later changes in one write.
 */
final class Page {
    static final int SIZE = 4_096;
    /** The length of a full page in a file. */
    static final int MOST_BYTES = bytes(SIZE);

    final long[] ids;
    final long[] micros;
    final int[] sources;
    final int[] bytes;
    final int[] took;
    final short[] types;
    final short[] statuses;
    final short[] attempts;
    final byte[] outcomes;
    final byte[] methods;
    final boolean[] gone;
    private volatile int size;
    private int left;

    Page(int capacity) {
        ids = new long[capacity];
        micros = new long[capacity];
        sources = new int[capacity];
        bytes = new int[capacity];
        took = new int[capacity];
        types = new short[capacity];
        statuses = new short[capacity];
        attempts = new short[capacity];
        outcomes = new byte[capacity];
        methods = new byte[capacity];
        gone = new boolean[capacity];
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == ids.length;
    }

    /** Whether all its entries have gone. */
    boolean isEmpty() {
        return left == 0;
    }

    long first() {
        return ids[0];
    }

    long last() {
        return ids[size - 1];
    }

    void add(Entry entry, int type, int method) {
        int at = size;
        ids[at] = entry.id();
        micros[at] = entry.micros();
        sources[at] = entry.source();
        bytes[at] = (int) Math.min(Integer.MAX_VALUE, entry.bytes());
        took[at] = (int) Math.min(Integer.MAX_VALUE, entry.tookMicros());
        types[at] = (short) type;
        statuses[at] = (short) entry.status();
        attempts[at] = (short) Math.min(Short.MAX_VALUE, entry.attempt());
        outcomes[at] = (byte) entry.outcome().code();
        methods[at] = (byte) method;
        left++;
        size = at + 1;
    }

    /** Adds an entry of another page of the same ledger. */
    void add(Page other, int from) {
        int at = size;
        ids[at] = other.ids[from];
        micros[at] = other.micros[from];
        sources[at] = other.sources[from];
        bytes[at] = other.bytes[from];
        took[at] = other.took[from];
        types[at] = other.types[from];
        statuses[at] = other.statuses[from];
        attempts[at] = other.attempts[from];
        outcomes[at] = other.outcomes[from];
        methods[at] = other.methods[from];
        left++;
        size = at + 1;
    }

    /** The length of so many entries in a file, with their number. */
    static int bytes(int entries) {
        return Integer.BYTES + entries * (2 * Long.BYTES + 3 * Integer.BYTES + 3 * Short.BYTES + 2);
    }

    /** Writes its entries, whether they have gone or not. */
    void write(ByteBuffer to) {
        int entries = size;
        to.putInt(entries);
        for (long[] column : new long[][]{ids, micros}) {
            to.asLongBuffer().put(column, 0, entries);
            to.position(to.position() + entries * Long.BYTES);
        }
        for (int[] column : new int[][]{sources, bytes, took}) {
            to.asIntBuffer().put(column, 0, entries);
            to.position(to.position() + entries * Integer.BYTES);
        }
        for (short[] column : new short[][]{types, statuses, attempts}) {
            to.asShortBuffer().put(column, 0, entries);
            to.position(to.position() + entries * Short.BYTES);
        }
        to.put(outcomes, 0, entries).put(methods, 0, entries);
    }

    /** A page of so many entries as {@link #write} wrote them, behind their number. */
    static Page read(ByteBuffer from, int entries) {
        Page page = new Page(entries);
        for (long[] column : new long[][]{page.ids, page.micros}) {
            from.asLongBuffer().get(column);
            from.position(from.position() + entries * Long.BYTES);
        }
        for (int[] column : new int[][]{page.sources, page.bytes, page.took}) {
            from.asIntBuffer().get(column);
            from.position(from.position() + entries * Integer.BYTES);
        }
        for (short[] column : new short[][]{page.types, page.statuses, page.attempts}) {
            from.asShortBuffer().get(column);
            from.position(from.position() + entries * Short.BYTES);
        }
        from.get(page.outcomes).get(page.methods);
        page.left = entries;
        page.size = entries;
        return page;
    }

    /** Has its names known by other numbers. Before anybody else sees the page. */
    void renumber(int[] newTypes, int[] newMethods) {
        for (int at = 0; at < size; at++) {
            types[at] = (short) newTypes[types[at]];
            methods[at] = (byte) newMethods[methods[at]];
        }
    }

    /** Where an id is; negative where it is not. */
    int find(long id) {
        return Arrays.binarySearch(ids, 0, size, id);
    }

    /** Gives the places of entries that have not gone, and how many they are. */
    int present(int from, int to, int[] places) {
        int count = 0;
        for (int at = from; at < to; at++) {
            if (!gone[at]) {
                places[count++] = at;
            }
        }
        return count;
    }

    void setGone(int at, boolean isGone) {
        if (gone[at] != isGone) {
            gone[at] = isGone;
            left += isGone ? -1 : 1;
        }
    }
}
