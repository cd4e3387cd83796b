/**
 * Payloads as text with line numbers and colours, to read and to edit. The only room that knows JavaFX's incubating rich text
 * control, so that a change of it is mended here.
 */
@NullMarked
package dev.hookglass.ui.code;

import org.jspecify.annotations.NullMarked;
