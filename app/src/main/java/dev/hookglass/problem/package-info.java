/** Failures that a user can meet, told in words. */
@NullMarked
package dev.hookglass.problem;

import org.jspecify.annotations.NullMarked;
