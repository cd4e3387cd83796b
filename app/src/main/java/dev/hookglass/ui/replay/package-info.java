/** Sending captured events again: what and how, while it goes on, and what came of it. */
@NullMarked
package dev.hookglass.ui.replay;

import org.jspecify.annotations.NullMarked;
