package dev.hookglass.provider;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a provider's secrets must look like.
 *
 * @param maxLength the largest number of characters; empty if it is not limited
 * @param hint where a user finds or sets the secret, for the form's prompt; may be empty
 */
public record SecretRules(OptionalInt maxLength, String hint) {
    Optional<String> objection(String secretText) {
        int length = secretText.codePointCount(0, secretText.length());
        return maxLength.isPresent() && length > maxLength.getAsInt()
                ? Optional.of("The secret has " + length + " characters; this provider allows at most "
                        + maxLength.getAsInt() + ".")
                : Optional.empty();
    }
}
