/** Bodies for eyes: decode, pretty-print, hex. Never touches what is stored. */
@NullMarked
package dev.hookglass.payload;

import org.jspecify.annotations.NullMarked;
