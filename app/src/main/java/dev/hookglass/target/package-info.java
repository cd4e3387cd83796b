/** Where to send: targets that are kept, and what a person has allowed of them. */
@NullMarked
package dev.hookglass.target;

import org.jspecify.annotations.NullMarked;
