/** Figures and plots of the events that are found. */
@NullMarked
package dev.hookglass.ui.statistics;

import org.jspecify.annotations.NullMarked;
