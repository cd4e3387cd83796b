/** The window. The only room that knows JavaFX. */
@NullMarked
package dev.hookglass.ui;

import org.jspecify.annotations.NullMarked;
