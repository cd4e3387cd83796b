/** The operating system's keychain, where there is one: keeps the key to the secrets. Asked for a bounded time. */
@NullMarked
package dev.hookglass.keychain;

import org.jspecify.annotations.NullMarked;
