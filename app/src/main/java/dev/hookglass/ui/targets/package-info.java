/** The saved targets: a list in the side bar, and a form. */
@NullMarked
package dev.hookglass.ui.targets;

import org.jspecify.annotations.NullMarked;
