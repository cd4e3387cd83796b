/** Who sends: provider files (AsyncAPI plus one extension block), event types, policies and samples. */
@NullMarked
package dev.hookglass.provider;

import org.jspecify.annotations.NullMarked;
