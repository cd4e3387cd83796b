package dev.hookglass.signature.diagnosis;

import java.util.Optional;

/**
 * What came of undoing one accident.
 *
 * @param finding that it is what happened
 * @param isCompared whether there was anything that could have matched
 * @param isWhole whether all the ways to undo it were tried
 */
record Tried(Optional<Finding> finding, boolean isCompared, boolean isWhole) {
    static final Tried NOT = new Tried(Optional.empty(), false, false);
}
