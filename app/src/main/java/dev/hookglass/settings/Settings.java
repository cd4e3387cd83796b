package dev.hookglass.settings;

import org.jspecify.annotations.Nullable;

/**
 * All that can be set for a data folder; a part that the file does not have is as it is by default.
 *
 * @param storage how events are kept
 * @param filters which filters are kept
 */
public record Settings(StorageSettings storage, FilterSettings filters) {
    public static final Settings DEFAULT = new Settings(StorageSettings.DEFAULT, FilterSettings.DEFAULT);

    public Settings(@Nullable StorageSettings storage, @Nullable FilterSettings filters) {
        this.storage = storage == null ? StorageSettings.DEFAULT : storage;
        this.filters = filters == null ? FilterSettings.DEFAULT : filters;
    }

    public Settings withStorage(StorageSettings changed) {
        return new Settings(changed, filters);
    }

    public Settings withFilters(FilterSettings changed) {
        return new Settings(storage, changed);
    }
}
