package dev.hookglass.provider;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body of the answer to a handshake: a text with places where values of the request stand.
 *
 * @param pieces in order
 * @param isJson whether it is JSON, where values stand within quotation marks and are escaped for that
 */
record HandshakeText(List<Piece> pieces, boolean isJson) {
    /** Longer values are no challenge that any provider sends, and are not sent back. */
    private static final int LONGEST = 4_000;

    HandshakeText {
        pieces = List.copyOf(pieces);
    }

    /** A part of the text. */
    sealed interface Piece {
        /** Stands for itself. */
        record Literal(String text) implements Piece {}

        /** A value of the request. */
        record Value(Locator place) implements Piece {}

        /** The HMAC of a value of the request, made with the source's secret, which is taken as UTF-8 text. */
        record Mac(Hash hash, Encoding encoding, Locator place) implements Piece {}
    }

    /** Whether the request has all the values. */
    boolean isFilledBy(RequestHead head, JsonNode body) {
        return pieces.stream().allMatch(piece -> switch (piece) {
            case Piece.Literal _ -> true;
            case Piece.Value value -> value(value.place(), head, body).isPresent();
            case Piece.Mac mac -> value(mac.place(), head, body).isPresent();
        });
    }

    boolean needsSecret() {
        return pieces.stream().anyMatch(Piece.Mac.class::isInstance);
    }

    /** The text for a request that has all the values; empty if there is no secret and one is needed. */
    Optional<String> fill(RequestHead head, JsonNode body, Optional<Secret> secret) {
        if (needsSecret() && secret.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(switch (piece) {
                case Piece.Literal literal -> literal.text();
                case Piece.Value value -> written(value(value.place(), head, body).orElse(""));
                case Piece.Mac mac -> mac.encoding().write(mac.hash().hmac(
                        secret.orElseThrow().text().getBytes(StandardCharsets.UTF_8),
                        List.of(value(mac.place(), head, body).orElse("").getBytes(StandardCharsets.UTF_8))));
            });
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> value(Locator place, RequestHead head, JsonNode body) {
        return place.find(head, body).filter(value -> value.length() <= LONGEST);
    }

    private String written(String value) {
        if (!isJson) {
            return value;
        }
        String quoted = JsonNodeFactory.instance.stringNode(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
