package dev.hookglass.settings;

import dev.hookglass.store.Retention;
import org.jspecify.annotations.Nullable;

/**
 * How events are kept.
 *
 * @param powerSafe whether an event is acknowledged only once the disk has it
 * @param retention how much is kept
 */
public record StorageSettings(boolean powerSafe, Retention retention) {
    /** Nothing goes by itself: what a person captured, that person deletes. */
    public static final StorageSettings DEFAULT = new StorageSettings(false, Retention.EVERYTHING);

    public StorageSettings(boolean powerSafe, @Nullable Retention retention) {
        this.powerSafe = powerSafe;
        this.retention = retention == null ? Retention.EVERYTHING : retention;
    }

    public StorageSettings withPowerSafe(boolean changed) {
        return new StorageSettings(changed, retention);
    }

    public StorageSettings withRetention(Retention changed) {
        return new StorageSettings(powerSafe, changed);
    }
}
