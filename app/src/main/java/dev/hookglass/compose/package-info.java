/** What a person writes to be sent: drafts, templates and the variables in them. */
@NullMarked
package dev.hookglass.compose;

import org.jspecify.annotations.NullMarked;
