/** Events over time, stacked by verdict, above the table. */
@NullMarked
package dev.hookglass.ui.timeline;

import org.jspecify.annotations.NullMarked;
