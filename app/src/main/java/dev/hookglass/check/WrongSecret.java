package dev.hookglass.check;

import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import java.util.Optional;

/** A secret that looks like another and is not it. */
final class WrongSecret {
    private WrongSecret() {}

    /** One with a character changed, as near to the end as the scheme takes it; empty where no such change gives a secret. */
    static Optional<Secret> like(Secret secret, Scheme scheme) {
        String text = secret.text();
        for (int i = text.length() - 1; i >= 0; i--) {
            char found = text.charAt(i);
            if (Character.isLetterOrDigit(found)) {
                char other = found == 'a' ? 'b' : found == '1' ? '2' : Character.isDigit(found) ? '1' : 'a';
                Secret changed = new Secret("wrong", text.substring(0, i) + other + text.substring(i + 1));
                if (scheme.fits(changed) && scheme.signingObjection(changed).isEmpty()) {
                    return Optional.of(changed);
                }
            }
        }
        return Optional.empty();
    }
}
