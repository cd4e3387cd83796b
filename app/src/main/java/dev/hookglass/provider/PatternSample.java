package dev.hookglass.provider;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A text that matches a regular expression of the kind that ids have: characters, classes such as {@code [0-9a-f]} and
 * {@code \d}, and how often they come. Groups and alternatives are beyond it.
 */
final class PatternSample {
    private static final Pattern PIECE = Pattern.compile(
            "(?<atom>\\[(?<not>\\^)?(?<set>(?:\\\\.|[^\\]\\\\])+)\\]|\\\\.|[^\\\\\\[\\](){}|*+?^$])"
                    + "(?<times>\\{(?<min>\\d{1,4})(?<comma>,)?(?<max>\\d{0,4})\\}|[*+?])?");
    private static final String CANDIDATES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_ .:/@#+";

    private final Random random;

    PatternSample(Random random) {
        this.random = random;
    }

    /** A text that matches; empty for an expression that is beyond this class. */
    Optional<String> of(String expression) {
        try {
            Pattern whole = Pattern.compile(expression);
            return assembled(expression.replaceFirst("^\\^", "").replaceFirst("(?<!\\\\)\\$$", ""))
                    .filter(text -> whole.matcher(text).find());
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> assembled(String body) {
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(body);
        int end = 0;
        while (end < body.length() && piece.find(end) && piece.start() == end) {
            text.append(characters(piece.group("atom"), times(piece)));
            end = piece.end();
        }
        return end == body.length() ? Optional.of(text.toString()) : Optional.empty();
    }

    private int times(Matcher piece) {
        String min = piece.group("min");
        if (min != null) {
            String max = piece.group("max");
            int least = Integer.parseInt(min);
            int most = piece.group("comma") == null || max.isEmpty() ? least : Integer.parseInt(max);
            return most > least ? random.nextInt(least, most + 1) : least;
        }
        return "+".equals(piece.group("times")) ? random.nextInt(1, 9) : 1;
    }

    private String characters(String atom, int count) {
        Pattern one = Pattern.compile(atom);
        String fitting = CANDIDATES.chars()
                .filter(c -> one.matcher(Character.toString(c)).matches())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        StringBuilder text = new StringBuilder(count);
        String literal = fitting.isEmpty() ? atom.replaceFirst("^\\\\", "") : "";
        for (int i = 0; i < count; i++) {
            text.append(fitting.isEmpty() ? literal : fitting.charAt(random.nextInt(fitting.length())));
        }
        return text.toString();
    }
}
