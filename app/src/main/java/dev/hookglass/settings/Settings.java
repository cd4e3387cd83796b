package dev.hookglass.settings;

import org.jspecify.annotations.Nullable;

/**
 * All that can be set for a data folder; a part that the file does not have is as it is by default.
 *
 * @param storage how events are kept
 */
public record Settings(StorageSettings storage) {
    public static final Settings DEFAULT = new Settings(StorageSettings.DEFAULT);

    public Settings(@Nullable StorageSettings storage) {
        this.storage = storage == null ? StorageSettings.DEFAULT : storage;
    }

    public Settings withStorage(StorageSettings changed) {
        return new Settings(changed);
    }
}
