package dev.hookglass.compose;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What <code>{{name}}</code> stands for in one request: the same wherever it stands there, so that a header can repeat an id
 * of the body. A name that is not known is left as it is written.
 */
public final class Variables {
    /** What the target's own are called. */
    public static final String TARGET = "target.";

    private static final Pattern USE = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_.-]*)\\s*}}");

    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Those of one request.
     *
     * @param ofTarget the variables of the target that it goes to, by their names without {@code target.}
     */
    public static Variables of(Map<String, String> ofTarget, InstantSource clock) {
        Instant now = clock.instant();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("now", now.toString());
        values.put("now.unix", Long.toString(now.getEpochSecond()));
        values.put("now.millis", Long.toString(now.toEpochMilli()));
        values.put("uuid", UUID.randomUUID().toString());
        ofTarget.forEach((name, value) -> values.put(TARGET + name, value));
        return new Variables(values);
    }

    /** None: everything stays as it is written. */
    public static Variables none() {
        return new Variables(Map.of());
    }

    /** The names that are known. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The text with what its variables stand for. */
    public String fill(String text) {
        return replaced(text, use -> Optional.ofNullable(values.get(use.group(1))));
    }

    /**
     * The text with something in the place of each variable that is as long and leaves it JSON: a number where a value
     * stands by itself, and the variable as it is where it stands in a text.
     */
    public static String masked(String text) {
        return replaced(text, use -> isInText(text, use.start())
                ? Optional.empty()
                : Optional.of("1" + " ".repeat(use.group().length() - 1)));
    }

    /** Within a line, since JSON's texts do not span lines. */
    private static boolean isInText(String text, int at) {
        boolean inText = false;
        for (int i = text.lastIndexOf('\n', at) + 1; i < at; i++) {
            char c = text.charAt(i);
            if (c == '\\' && inText) {
                i++;
            } else if (c == '"') {
                inText = !inText;
            }
        }
        return inText;
    }

    /** Whether a text has variables, known or not. */
    public static boolean areIn(String text) {
        return USE.matcher(text).find();
    }

    /** The names in a text that are not known, each once. */
    public List<String> unknown(String text) {
        if (text.indexOf("{{") < 0) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>();
        Matcher use = USE.matcher(text);
        while (use.find()) {
            if (!values.containsKey(use.group(1)) && !unknown.contains(use.group(1))) {
                unknown.add(use.group(1));
            }
        }
        return unknown;
    }

    private static String replaced(String text, Function<Matcher, Optional<String>> replacement) {
        if (text.indexOf("{{") < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length());
        Matcher use = USE.matcher(text);
        while (use.find()) {
            use.appendReplacement(filled, Matcher.quoteReplacement(replacement.apply(use).orElse(use.group())));
        }
        return use.appendTail(filled).toString();
    }
}
