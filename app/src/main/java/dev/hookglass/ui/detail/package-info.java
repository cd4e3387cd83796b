/** One event: the finding first, then the evidence. */
@NullMarked
package dev.hookglass.ui.detail;

import org.jspecify.annotations.NullMarked;
