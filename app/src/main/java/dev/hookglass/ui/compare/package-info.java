/** Two events side by side. */
@NullMarked
package dev.hookglass.ui.compare;

import org.jspecify.annotations.NullMarked;
