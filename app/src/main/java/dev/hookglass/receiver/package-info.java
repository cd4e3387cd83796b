/** HTTP in. The only room that knows Undertow. */
@NullMarked
package dev.hookglass.receiver;

import org.jspecify.annotations.NullMarked;
