/** Events and deliveries on disk. The only room that knows SQL. */
@NullMarked
package dev.hookglass.store;

import org.jspecify.annotations.NullMarked;
