package dev.hookglass.ui.code;

/**
 * Something that can be written at the caret.
 *
 * @param label what a person chooses by
 * @param detail what it is; may be empty
 * @param start where the text begins that it takes the place of, as a char's index
 * @param end where that ends
 * @param text what is written there
 */
public record Completion(String label, String detail, int start, int end, String text) {}
