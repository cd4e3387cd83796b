/** The operating system's keychain, where there is one: keeps the key to the secrets. Asked by its own command, for a bounded time. */
@NullMarked
package dev.hookglass.keychain;

import org.jspecify.annotations.NullMarked;
