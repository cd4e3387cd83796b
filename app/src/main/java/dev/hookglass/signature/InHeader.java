package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import java.util.Optional;

/** A scheme whose signature stands in a header, where a layout says, and covers what that says. */
public sealed interface InHeader extends Scheme permits Hmac, SecretHash, PublicKey {
    /** Where the signature stands and what it covers. */
    Layout layout();

    @Override
    default Bytes signBody(SignedMessage message, Secret secret) {
        return layout().signBody(message);
    }

    @Override
    default Optional<Timestamp> timestamp() {
        return layout().timestamp();
    }
}
