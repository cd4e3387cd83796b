/** Composing a request, from a sample or a captured event, and sending it. */
@NullMarked
package dev.hookglass.ui.compose;

import org.jspecify.annotations.NullMarked;
