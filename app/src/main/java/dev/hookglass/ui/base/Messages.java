package dev.hookglass.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of the window, from {@code messages.properties}. Arguments stand as {@code {0}}, {@code {1}}; nothing else is
 * special, so an apostrophe is an apostrophe.
 */
public final class Messages {
    private static final Properties TEXTS = load();
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private Messages() {}

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws IllegalArgumentException for a key that is not there, which a test would have found
     */
    public static String text(String key, Object... arguments) {
        String pattern = TEXTS.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return arguments.length == 0 ? pattern : fill(pattern, arguments);
    }

    /** The text of {@code key.one} for 1 and of {@code key.many} for any other number, with the number as {@code {0}}. */
    public static String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), String.format("%,d", number));
    }

    /** In one pass, so that braces within an argument stay as they are. */
    private static String fill(String pattern, Object[] arguments) {
        return ARGUMENT.matcher(pattern).replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf(arguments[Integer.parseInt(found.group(1))])));
    }

    private static Properties load() {
        try (InputStream in = Objects.requireNonNull(
                Messages.class.getResourceAsStream("/dev/hookglass/ui/messages.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
