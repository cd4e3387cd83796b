/**
 * What every view is made of: the door to the FX thread, background work, texts, theme, icons and small controls. Knows no
 * view and no other room but {@code event} and {@code problem}.
 */
@NullMarked
package dev.hookglass.ui.base;

import org.jspecify.annotations.NullMarked;
