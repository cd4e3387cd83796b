package dev.hookglass.ledger;

import java.util.Arrays;

/**
 * Up to {@value #SIZE} entries in the order of their ids, column by column. One thread at a time writes, any number reads
 * without a lock: an entry is there once {@link #size} counts it, and a column that changes later changes in one write.
 */
final class Page {
    static final int SIZE = 4_096;

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

    /** Where an id is; negative where it is not. */
    int find(long id) {
        return Arrays.binarySearch(ids, 0, size, id);
    }

    void setGone(int at, boolean isGone) {
        if (gone[at] != isGone) {
            gone[at] = isGone;
            left += isGone ? -1 : 1;
        }
    }
}
