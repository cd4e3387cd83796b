/** The saved filters of the side bar. */
@NullMarked
package dev.hookglass.ui.filters;

import org.jspecify.annotations.NullMarked;
