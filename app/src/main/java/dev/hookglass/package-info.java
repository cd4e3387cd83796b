/** Hookglass: receives webhooks, keeps them byte for byte, judges them, shows them and sends them again. */
@NullMarked
package dev.hookglass;

import org.jspecify.annotations.NullMarked;
