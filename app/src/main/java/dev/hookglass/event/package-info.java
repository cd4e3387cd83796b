/** What was captured: immutable records that know nothing but the JDK. */
@NullMarked
package dev.hookglass.event;

import org.jspecify.annotations.NullMarked;
