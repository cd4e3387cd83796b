package dev.hookglass.ui.sources;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.OwnSender;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.Judge;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a described sender says of a captured request: read and judged as its file would be once it is saved.
 *
 * @param verdict by the secret that was typed; empty without a secret that could be used, or without a request
 * @param objection why the secret cannot be used; may be empty
 * @param content the beginning of what is signed; empty where nothing is, or where the request lacks what it is made of
 */
record Trial(Optional<Verdict> verdict, Optional<String> objection, Optional<String> content) {
    private static final int MOST_CONTENT = 120;

    /** How a description is read. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads it.
         *
         * @throws Problem what is wrong with the description, and in which line of its file
         */
        Provider read(OwnSender sender) throws Problem;
    }

    /**
     * Tries.
     *
     * @param event the request, if there is one
     * @param secret may be empty
     * @throws Problem what is wrong with the description, and in which line of its file
     */
    static Trial of(Reading reading, OwnSender sender, Optional<CapturedEvent> event, Secret secret)
            throws Problem {
        Provider provider = reading.read(sender);
        Scheme scheme = provider.scheme();
        Optional<SignedMessage> message = event
                .map(found -> new SignedMessage(found.request(), found.body(), found.summary().receivedAt()));
        boolean checks = !scheme.needsSecret() || !secret.text().isEmpty();
        Optional<String> objection = checks ? provider.objection(secret.text()) : Optional.empty();
        return new Trial(
                message.filter(_ -> checks && objection.isEmpty())
                        .map(found -> Judge.judge(scheme, List.of(secret), found)),
                objection, message.flatMap(found -> content(scheme, found)));
    }

    private static Optional<String> content(Scheme scheme, SignedMessage message) {
        return scheme instanceof Hmac hmac ? hmac.layout().content(message).map(Trial::beginning) : Optional.empty();
    }

    /** As text, whatever it is: each byte that is no printable ASCII is a dot. */
    private static String beginning(Bytes content) {
        int length = Math.min(MOST_CONTENT, content.size());
        StringBuilder text = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            byte b = content.array()[i];
            text.append(b == '\n' ? '↵' : b < ' ' || b == 0x7f ? '·' : (char) b);
        }
        return content.size() > length ? text.append('…').toString() : text.toString();
    }
}
