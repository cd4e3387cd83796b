package dev.hookglass.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The time that a request says it was sent.
 *
 * @param places where it stands, tried in turn
 * @param unit how it is written
 * @param tolerance how far from the time of arrival it may be; empty if the provider's own libraries do not look at it
 * @param side which times are refused
 */
public record Timestamp(List<Place> places, Unit unit, Optional<Duration> tolerance, Side side) {
    /** How a time is written. */
    public enum Unit {
        /** Whole seconds since 1970. */
        SECONDS,
        /** Whole milliseconds since 1970. */
        MILLISECONDS,
        /** As RFC 3339 has it, such as {@code 2026-11-20T12:00:00Z}. */
        ISO
    }

    /** Which times are refused. */
    public enum Side {
        /** Those too long ago. */
        OLD,
        /** Those too long ago, and those that are still to come. */
        BOTH
    }

    /** The most digits that are taken for a time: enough for milliseconds in thirty thousand years. */
    private static final int MOST_DIGITS = 15;

    public Timestamp {
        places = List.copyOf(places);
    }

    /** The text as sent, which is what is signed. */
    String text(SignedMessage message, SignatureHeader signature) throws Refusal {
        for (Place place : places) {
            Optional<String> found = place.find(message, signature);
            if (found.isPresent()) {
                return found.get();
            }
        }
        String reason = "The request has no " + places.getFirst().words(signature) + ", where its time should stand.";
        // A signature header without its time is there, but not whole.
        throw places.getFirst() instanceof Place.InSignature ? Refusal.malformed(reason) : Refusal.missing(reason);
    }

    /** What is wrong with a time, seen from that of a message; empty if nothing is. */
    Optional<String> staleness(String text, SignedMessage message, Trace trace) throws Refusal {
        Optional<Duration> accepted = message.tolerance().or(() -> tolerance);
        // Whoever sends whole seconds is compared with whole seconds.
        Instant clock = unit == Unit.SECONDS ? message.time().truncatedTo(ChronoUnit.SECONDS) : message.time();
        trace.time(() -> time(text, clock, accepted));
        if (accepted.isEmpty()) {
            trace.step(Step.Sign.NOTE, () -> words(time(text, clock, accepted))
                    + " How old that is does not matter to this provider's own libraries.");
            return Optional.empty();
        }
        Instant sent = read(text)
                .orElseThrow(() -> Refusal.malformed("The time that the request was signed for is not " + words()));
        Duration age = Duration.between(sent, clock);
        Duration most = accepted.get();
        Optional<String> stale = staleness(age, most);
        trace.step(stale.isEmpty() ? Step.Sign.GOOD : Step.Sign.BAD,
                () -> words(time(text, clock, accepted)) + " At most "
                        + words(most) + " are accepted" + (side == Side.BOTH ? ", before or after." : "."));
        return stale;
    }

    private SignedTime time(String text, Instant clock, Optional<Duration> accepted) {
        Optional<Instant> at = read(text);
        return new SignedTime(text, at, at.map(sent -> Duration.between(sent, clock)), accepted);
    }

    private static String words(SignedTime time) {
        String sent = "The request says that it was signed at “" + time.text() + "”";
        return time.at().isEmpty() || time.age().isEmpty()
                ? sent + "."
                : sent + ", which is " + time.at().get() + ": " + words(time.age().get().abs())
                        + (time.age().get().isNegative() ? " after it arrived." : " before it arrived.");
    }

    private Optional<String> staleness(Duration age, Duration most) {
        if (age.compareTo(most) > 0) {
            return Optional.of("it was signed " + words(age) + " before it arrived, and " + words(most)
                    + " are the most that is accepted");
        }
        return side == Side.BOTH && age.negated().compareTo(most) > 0
                ? Optional.of("it was signed for " + words(age.negated()) + " after it arrived, and " + words(most)
                        + " are the most that is accepted")
                : Optional.empty();
    }

    /** In the two largest units, as a person would say it. */
    private static String words(Duration duration) {
        if (duration.toDays() >= 2) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() >= 1) {
            return words(duration.toHours(), "hour", duration.toMinutesPart(), "minute");
        }
        return duration.toMinutes() >= 2
                ? words(duration.toMinutes(), "minute", duration.toSecondsPart(), "second")
                : count(duration.toSeconds(), "second");
    }

    private static String words(long large, String largeUnit, long small, String smallUnit) {
        return count(large, largeUnit) + (small == 0 ? "" : " " + count(small, smallUnit));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private String words() {
        return switch (unit) {
            case SECONDS -> "a number of seconds since 1970.";
            case MILLISECONDS -> "a number of milliseconds since 1970.";
            case ISO -> "a time such as 2026-11-20T12:00:00Z.";
        };
    }

    private Optional<Instant> read(String text) {
        try {
            if (unit == Unit.ISO) {
                return Optional.of(Instant.parse(text));
            }
            if (text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            long number = Long.parseLong(text);
            return Optional.of(unit == Unit.SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        } catch (DateTimeException | NumberFormatException notATime) {
            return Optional.empty();
        }
    }

    String write(Instant time) {
        return switch (unit) {
            case SECONDS -> Long.toString(time.getEpochSecond());
            case MILLISECONDS -> Long.toString(time.toEpochMilli());
            case ISO -> time.truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }
}
