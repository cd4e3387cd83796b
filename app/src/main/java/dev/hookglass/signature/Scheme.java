package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How a provider proves that a request comes from it. Implementations are immutable and configured by provider files;
 * they compare in constant time and never put a secret or an expected signature into a reason.
 */
public sealed interface Scheme permits Unsigned, HeaderEquals, HttpBasic, HeaderKey, InHeader, BodyFields,
        TwilioUrl, ContentDigest, MessageSignature, OneOf {
    /** The name used in provider files and in listings, such as {@code hmac}. */
    String id();

    /** Judges a message with one secret, and tells how to whoever wants to know. The secret {@link #fits}. */
    Verdict check(SignedMessage message, Secret secret, Trace trace);

    /** Judges a message with one secret. The secret {@link #fits}. */
    default Verdict check(SignedMessage message, Secret secret) {
        return check(message, secret, Trace.NONE);
    }

    /**
     * The headers that prove the message with this secret, to be set on it; none where the secret can check but not sign.
     * Its body is what {@link #signBody} has made. The secret {@link #fits}.
     */
    List<Header> sign(SignedMessage message, Secret secret);

    /** The body to send with those headers: another one only where the proof or its time stands in the body. The secret {@link #fits}. */
    default Bytes signBody(SignedMessage message, Secret secret) {
        return message.body();
    }

    /** Why a secret that fits cannot sign, in words; empty if it can. */
    default Optional<String> signingObjection(Secret secret) {
        return Optional.empty();
    }

    /** Why a secret cannot be used with this scheme, in words; empty if it can. Never repeats the secret. */
    Optional<String> objection(String secretText);

    /**
     * Names of the headers whose values are secrets or prove knowledge of one; masked on screen and in exports. None where
     * something is signed: a signature does not give its key away.
     */
    default List<String> secretHeaders() {
        return List.of();
    }

    /** Whether requests can be checked with a secret only. */
    default boolean needsSecret() {
        return true;
    }

    /** The time of sending that its signatures cover; empty if they tell none. */
    default Optional<Timestamp> timestamp() {
        return Optional.empty();
    }

    /** The same for one thread that checks many messages with one body: what it makes of a body it makes once. */
    default Scheme remembering() {
        return this;
    }

    /** Whether the secret has the form this scheme needs. */
    default boolean fits(Secret secret) {
        return objection(secret.text()).isEmpty();
    }
}
