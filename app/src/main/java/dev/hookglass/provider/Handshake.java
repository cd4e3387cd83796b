package dev.hookglass.provider;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Secret;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A request that a provider makes before it delivers, to see whether the receiver is the right one, and what it must be
 * answered.
 *
 * @param method the method of such a request; empty for any
 * @param conditions what such a request has; all of it
 * @param isSigned whether it is signed as events are
 * @param token where it carries a token that the receiver may compare with what was given to the provider
 * @param status the status to answer
 * @param contentType the media type to answer
 * @param body the body to answer; a request that lacks one of its values is no handshake
 * @param refusal the status for a handshake whose signature is bad; empty where the provider does not ask for one
 */
public record Handshake(Optional<String> method, List<Condition> conditions, boolean isSigned, Optional<Locator> token,
        int status, String contentType, HandshakeText body, OptionalInt refusal) {
    private static final int UNAUTHORIZED = 401;

    public Handshake {
        conditions = List.copyOf(conditions);
    }

    /** The value at a place. */
    record Condition(Locator place, String value) {}

    /** What is answered. */
    public record Reply(int status, List<Header> headers, String body) {}

    /** Whether a request is this handshake. */
    public boolean isMadeBy(RequestHead head, JsonNode json) {
        return method.map(head.method()::equals).orElse(true)
                && conditions.stream()
                        .allMatch(condition -> condition.place().find(head, json)
                                .map(condition.value()::equals)
                                .orElse(false))
                && body.isFilledBy(head, json);
    }

    /** What the provider expects to be answered; empty if that takes a secret and there is none. */
    public Optional<Reply> answer(RequestHead head, JsonNode json, Optional<Secret> secret) {
        return body.fill(head, json, secret)
                .map(text -> new Reply(status,
                        List.of(new Header("Content-Type", contentType),
                                new Header("X-Content-Type-Options", "nosniff")),
                        text));
    }

    /** What is answered where the handshake cannot, or shall not, be met. */
    public Reply refuse() {
        return new Reply(refusal.orElse(UNAUTHORIZED), List.of(), "");
    }
}
