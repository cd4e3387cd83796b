/** Trying an endpoint with right and wrong requests, in the window. */
@NullMarked
package dev.hookglass.ui.check;

import org.jspecify.annotations.NullMarked;
