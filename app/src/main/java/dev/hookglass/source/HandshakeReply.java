package dev.hookglass.source;

import dev.hookglass.event.Answer;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.provider.Handshake;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a handshake is answered.
 *
 * @param outcome whether that is what the provider expects
 */
public record HandshakeReply(Answer.Handshake outcome, Handshake.Reply reply) {
    /**
     * The reply to a handshake.
     *
     * @param secret the source's secret that proved the request, else its first
     */
    static HandshakeReply of(Handshake handshake, RequestHead head, JsonNode json, Verdict verdict,
            Optional<Secret> secret) {
        if (handshake.refusal().isPresent() && verdict.outcome().isBad()) {
            return new HandshakeReply(Answer.Handshake.REFUSED, handshake.refuse());
        }
        return handshake.answer(head, json, secret)
                .map(reply -> new HandshakeReply(Answer.Handshake.MET, reply))
                .orElseGet(() -> new HandshakeReply(Answer.Handshake.REFUSED, handshake.refuse()));
    }

    /** The verdict on a handshake that is not signed; one may carry a token instead. */
    static Verdict verdict(Handshake handshake, Provider provider, RequestHead head, JsonNode json,
            List<Secret> secrets) {
        Optional<String> token = handshake.token().flatMap(place -> place.find(head, json));
        if (token.isEmpty()) {
            return new Verdict(Outcome.UNSIGNED,
                    "This is a handshake. " + provider.name() + " does not sign it, so there is nothing to check.");
        }
        return secrets.stream()
                .filter(secret -> MessageDigest.isEqual(secret.text().getBytes(StandardCharsets.UTF_8),
                        token.get().getBytes(StandardCharsets.UTF_8)))
                .findFirst()
                .map(secret -> new Verdict(Outcome.VALID,
                        "This is a handshake, and its verify token is the secret “" + secret.name() + "”."))
                .orElseGet(() -> new Verdict(Outcome.UNCHECKED,
                        "This is a handshake, which " + provider.name() + " does not sign. Its verify token is none of"
                                + " this source's secrets; add the token as one to have it compared."));
    }
}
