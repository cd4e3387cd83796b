/**
 * Events and deliveries on disk. The only room that knows SQL.
 *
 * <p>An event's way: {@link dev.hookglass.store.EventWriter} numbers it, appends it to the
 * {@link dev.hookglass.store.Journal} and says that it is stored; {@link dev.hookglass.store.Applying} brings it into the
 * {@link dev.hookglass.store.Database} with many others a moment later. Who reads in between waits for that.
 */
@NullMarked
package dev.hookglass.store;

import org.jspecify.annotations.NullMarked;
