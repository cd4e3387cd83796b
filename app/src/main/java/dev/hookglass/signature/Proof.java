package dev.hookglass.signature;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What tells a right signature of some content from a wrong one.
 *
 * @param how what is computed, for people
 * @param test whether a signature is the right one; compares in constant time
 * @param expected the right one, where it can be known without the sender
 */
record Proof(String how, Predicate<byte[]> test, Optional<byte[]> expected) {
    /** There is one right signature. */
    static Proof equal(String how, byte[] expected) {
        return new Proof(how, received -> MessageDigest.isEqual(received, expected), Optional.of(expected));
    }

    /** Without what is expected. */
    @Override
    public String toString() {
        return "Proof[" + how + "]";
    }
}
