/** What can be set, in sections; each concern brings its own. */
@NullMarked
package dev.hookglass.ui.settings;

import org.jspecify.annotations.NullMarked;
