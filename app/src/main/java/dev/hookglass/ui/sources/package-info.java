/** The sources: their list in the side bar, and the form that adds or changes one. */
@NullMarked
package dev.hookglass.ui.sources;

import org.jspecify.annotations.NullMarked;
