package dev.hookglass.provider;

/**
 * A column with a value that stands in an event's head or body.
 *
 * @param name its title
 * @param place where an event has the value
 */
public record ValueColumn(String name, Place place) {}
