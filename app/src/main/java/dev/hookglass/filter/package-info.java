/** The filter grammar: what a person types to find events, parsed into terms that the store turns into SQL. */
@NullMarked
package dev.hookglass.filter;

import org.jspecify.annotations.NullMarked;
