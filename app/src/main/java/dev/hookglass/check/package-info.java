/** Does an endpoint take what it should and refuse what it should? One event in all its right and wrong forms. */
@NullMarked
package dev.hookglass.check;

import org.jspecify.annotations.NullMarked;
