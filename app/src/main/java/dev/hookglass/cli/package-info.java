/** The command line: the same parts without a window. */
@NullMarked
package dev.hookglass.cli;

import org.jspecify.annotations.NullMarked;
