package dev.hookglass.signature.diagnosis;

import java.util.Optional;

/**
 * The accident that explains it, proven by a match.
 *
 * @param accident its name, such as {@code a line break at the end of the body}
 * @param cause what happened, a sentence
 * @param remedy what to do about it, a sentence
 * @param help where that is done
 * @param secret the name of the secret that matches then
 * @param difference where the signed content differs, if it does
 */
public record Finding(String accident, String cause, String remedy, Help help, String secret,
        Optional<Difference> difference) {}
