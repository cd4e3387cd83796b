/** HTTP out: replays and composed samples, and what became of them. */
@NullMarked
package dev.hookglass.delivery;

import org.jspecify.annotations.NullMarked;
