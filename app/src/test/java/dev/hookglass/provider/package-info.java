@NullMarked
package dev.hookglass.provider;

import org.jspecify.annotations.NullMarked;
