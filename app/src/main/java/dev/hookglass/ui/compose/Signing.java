package dev.hookglass.ui.compose;

import dev.hookglass.event.Header;
import dev.hookglass.signature.Secret;
import java.util.List;

/** How a request is to be proven. */
sealed interface Signing {
    /** Not at all. */
    record None() implements Signing {}

    /** By the headers that the captured request had, whatever has become of its body. */
    record AsCaptured(List<Header> proof) implements Signing {
        public AsCaptured {
            proof = List.copyOf(proof);
        }
    }

    /**
     * Anew, with a secret that is known.
     *
     * @param sourceId the source whose secret it is
     * @param label source and secret, for people
     */
    record Known(int sourceId, String label, Secret secret) implements Signing {}

    /** Anew, with a secret that is typed here and kept nowhere. */
    record Another() implements Signing {}
}
