/** The table of events: what was captured, found by filter, live. */
@NullMarked
package dev.hookglass.ui.events;

import org.jspecify.annotations.NullMarked;
