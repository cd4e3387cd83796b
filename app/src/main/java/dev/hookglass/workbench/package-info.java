/** An open data folder with all its parts joined: the only room that knows receiver, store and delivery together. */
@NullMarked
package dev.hookglass.workbench;

import org.jspecify.annotations.NullMarked;
