package dev.hookglass.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hookglass.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers one after the other; the last goes on for ever. Written {@code 503 ×2, 200 after 5 s}, where a terminal makes that
 * {@code 503x2,200@5s}.
 *
 * @param turns never empty
 */
public record ReplySequence(List<Turn> turns) {
    /** Always what the provider expects. */
    public static final ReplySequence EXPECTED = new ReplySequence(
            List.of(new Turn(new ReplyStep.Expected(Duration.ZERO), 1)));

    private static final int MOST_TURNS = 50;
    private static final Pattern TURN = Pattern.compile(
            "(\\d{1,6}|expected|drop|never)(?:\\s*[x×*]\\s*(\\d{1,6}))?(?:\\s*(?:@|after)\\s*(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|min|m))?");

    public ReplySequence {
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("A sequence needs at least one answer");
        }
        turns = List.copyOf(turns);
    }

    /**
     * One answer, so many times.
     *
     * @param times 1 or more; of no account for the last turn
     */
    public record Turn(ReplyStep step, int times) {
        private String text() {
            String text = step.text();
            // The number stands before the delay.
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            return times == 1 ? text : text.substring(0, end) + " ×" + times + text.substring(end);
        }
    }

    /** Reads what a person wrote. */
    @JsonCreator
    public static ReplySequence parse(String text) throws Problem {
        List<Turn> turns = new ArrayList<>();
        for (String turn : text.split(",", -1)) {
            turns.add(turn(turn.strip().toLowerCase(Locale.ROOT)));
        }
        if (turns.size() > MOST_TURNS) {
            throw new Problem("A sequence has at most " + MOST_TURNS + " answers; write repeated ones as 503 ×20.");
        }
        return new ReplySequence(turns);
    }

    private static Turn turn(String text) throws Problem {
        Matcher matcher = TURN.matcher(text);
        if (!matcher.matches()) {
            throw new Problem("“" + text + "” is no answer; write a status such as 200, or expected, drop or never,"
                    + " as in “503 ×2, 200 after 5 s”.");
        }
        Optional<String> number = Optional.ofNullable(matcher.group(3));
        Duration delay = number.isEmpty() ? Duration.ZERO : delay(number.get(), matcher.group(4));
        int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        if (times == 0) {
            throw new Problem("“" + text + "” happens zero times; leave it out.");
        }
        return new Turn(switch (matcher.group(1)) {
            case "expected" -> new ReplyStep.Expected(delay);
            case "drop" -> new ReplyStep.Drop(delay);
            case "never" -> never(number.isPresent());
            default -> new ReplyStep.Status(Integer.parseInt(matcher.group(1)), delay);
        }, times);
    }

    private static ReplyStep never(boolean isDelayed) throws Problem {
        if (isDelayed) {
            throw new Problem("“never” takes no delay; write “drop after 30 s” to close the connection later.");
        }
        return new ReplyStep.Never();
    }

    private static Duration delay(String number, String unit) {
        long millis = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            default -> 60_000;
        };
        return Duration.ofMillis(new BigDecimal(number).multiply(BigDecimal.valueOf(millis))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** A length of time as it is written: {@code 5 s}, {@code 250 ms}. */
    static String text(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** The answer to a request, counted from 0. */
    public ReplyStep step(long number) {
        long before = 0;
        for (Turn turn : turns) {
            before += turn.times();
            if (number < before) {
                return turn.step();
            }
        }
        return turns.getLast().step();
    }

    /** Whether all requests are answered alike. */
    public boolean isConstant() {
        return turns.stream().map(Turn::step).distinct().count() == 1;
    }

    /** As a person writes it. */
    @JsonValue
    public String text() {
        return turns.stream().map(Turn::text).collect(Collectors.joining(", "));
    }
}
