/** Configured senders and their secrets, and what an incoming request means to them. */
@NullMarked
package dev.hookglass.source;

import org.jspecify.annotations.NullMarked;
