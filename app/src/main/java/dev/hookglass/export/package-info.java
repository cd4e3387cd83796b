/** Events on their way out to other tools, and in from them: commands, HAR, JSON lines, CSV. Knows events only. */
@NullMarked
package dev.hookglass.export;

import org.jspecify.annotations.NullMarked;
