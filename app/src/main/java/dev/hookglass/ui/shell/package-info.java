/** The window itself: joins the features, and is the only room that knows them all. */
@NullMarked
package dev.hookglass.ui.shell;

import org.jspecify.annotations.NullMarked;
