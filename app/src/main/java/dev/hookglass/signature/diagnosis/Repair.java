package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.List;

/**
 * One way to undo an accident: if the scheme finds this valid, that accident is what happened.
 *
 * @param scheme how it would have been signed
 * @param secrets with which; those that do not have the scheme's form are left out
 * @param message what would have been received
 * @param words what happened then and what to do
 */
record Repair(Scheme scheme, List<Secret> secrets, SignedMessage message, Words words) {
    /**
     * What a finding says.
     *
     * @param cause what happened, a sentence
     * @param remedy what to do about it, a sentence
     * @param help where in Hookglass that is done
     */
    record Words(String cause, String remedy, Help help) {
        Words(String cause, String remedy) {
            this(cause, remedy, Help.OUTSIDE);
        }
    }

    /** The scheme with other bytes. */
    static Repair of(Case seen, SignedMessage message, Words words) {
        return new Repair(seen.scheme(), seen.secrets(), message, words);
    }

    /** The same bytes in another scheme. */
    static Repair of(Case seen, Scheme scheme, Words words) {
        return new Repair(scheme, seen.secrets(), seen.message(), words);
    }
}
