/**
 * Benchmarks. Each runs by one command, takes minutes, listens on the loopback only and prints a table of figures that were
 * measured in the same run, in turn, so that a ratio means something on any machine.
 */
@NullMarked
package dev.hookglass.bench;

import org.jspecify.annotations.NullMarked;
