package dev.hookglass.provider;

import java.util.Locale;

/** Names written for programs, made readable or comparable. */
final class Words {
    private Words() {}

    /** Only the letters and digits, in lower case: {@code TaskAssetAdded} and {@code task_asset_added} are the same. */
    static String letters(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    /** {@code task_asset_added} and {@code TaskAssetAdded} become “Task asset added”. */
    static String sentence(String name) {
        String words = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty()
                ? name
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A title as an id of at most 60 characters: {@code Acme Orders (v2)} becomes {@code acme-orders-v2}; may be empty. */
    static String slug(String title) {
        String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.replaceAll("^(.{1,60}).*$", "$1").replaceAll("-+$", "");
    }
}
