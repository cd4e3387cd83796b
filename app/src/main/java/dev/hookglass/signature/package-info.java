/** Is a request authentic, and if not, why. Pure functions over the bytes as received; nothing here does I/O. */
@NullMarked
package dev.hookglass.signature;

import org.jspecify.annotations.NullMarked;
