package dev.hookglass.signature;

/**
 * One step of a check, for people.
 *
 * @param sign how it went
 * @param words what was done and what came of it, a sentence
 */
public record Step(Sign sign, String words) {
    /** How a step went. */
    public enum Sign {
        /** As it should. */
        GOOD,
        /** This is what went wrong. */
        BAD,
        /** It neither speaks for the request nor against it. */
        NOTE
    }
}
