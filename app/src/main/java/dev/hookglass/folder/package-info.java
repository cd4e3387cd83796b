/** The data folder: where it is, who has it open, and files that only their owner can read. */
@NullMarked
package dev.hookglass.folder;

import org.jspecify.annotations.NullMarked;
