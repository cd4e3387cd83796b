/** What a user has chosen for a data folder, beside sources: kept in {@code settings.json}, a part for each concern. */
@NullMarked
package dev.hookglass.settings;

import org.jspecify.annotations.NullMarked;
