package dev.hookglass.store;

/**
 * How much is kept; what is beyond it goes, the oldest first, but for pinned events. 0 is no limit.
 *
 * @param events so many events at most
 * @param bytes so many bytes of bodies together at most
 * @param days events that were received within so many days only
 */
public record Retention(long events, long bytes, int days) {
    /** Everything is kept. */
    public static final Retention EVERYTHING = new Retention(0, 0, 0);

    public Retention {
        if (events < 0 || bytes < 0 || days < 0) {
            throw new IllegalArgumentException("A limit is 0 or more");
        }
    }

    public boolean isEverything() {
        return equals(EVERYTHING);
    }
}
