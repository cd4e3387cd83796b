package dev.hookglass.source;

import dev.hookglass.event.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request means to its source.
 *
 * @param type what the provider calls it, or null where none was found
 * @param items how many events it carries: more than 1 for a batch
 * @param key what makes two events the same one for the sender, or null for an empty body without a key
 * @param verdict the outcome of the signature check
 * @param acknowledges the status that the provider takes for an acknowledgement
 * @param handshake what it must be answered if it is a handshake
 */
public record Recognition(@Nullable String type, int items, @Nullable String key, Verdict verdict,
        int acknowledges, Optional<HandshakeReply> handshake) {}
