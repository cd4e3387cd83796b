package dev.hookglass.delivery;

import java.util.OptionalInt;

/**
 * One event that was sent again in a run.
 *
 * @param attempt as it is stored
 * @param before the status of the last delivery before the run, of the same event to the same URL; 0 for no answer, empty if
 *     there was none
 */
public record Replayed(Attempt attempt, OptionalInt before) {
    public Change change() {
        return Change.of(before, attempt.outcome().status());
    }
}
