package dev.hookglass.settings;

/**
 * A filter that a person keeps.
 *
 * @param name what it is called
 * @param filter as it is typed
 */
public record SavedFilter(String name, String filter) {}
