package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads lengths of time as ISO 8601 writes them. */
final class Durations {
    private Durations() {}

    /** A positive length of time, or none where nothing is written. */
    static Optional<Duration> read(Part part) throws Problem {
        if (!part.isPresent()) {
            return Optional.empty();
        }
        String text = part.text("");
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // Told below, as zero and less are.
        }
        throw part.problem("“" + text + "” is no duration; write it as PT30S, PT10M or P3D.");
    }
}
