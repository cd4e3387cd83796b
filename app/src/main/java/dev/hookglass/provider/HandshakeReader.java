package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Handshake.Condition;
import dev.hookglass.provider.HandshakeText.Piece;
import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code handshake} of a provider file, or a list of them. */
final class HandshakeReader {
    private static final List<String> TYPES = List.of("text/plain", "application/json");
    /** A value, {@code {/challenge}}, or its HMAC, {@code {hmac-sha256-hex:/payload/plainToken}}. */
    private static final Pattern PLACE = Pattern
            .compile("\\{(?:hmac-(sha1|sha256|sha512)-(hex|base64):)?((?:/|query:|header:)[^{}]+)}");
    private static final Pattern MISSPELT = Pattern.compile("\\{[a-z0-9/-]+:[^{}\"]*}");

    private HandshakeReader() {}

    static List<Handshake> read(Part part) throws Problem {
        List<Handshake> handshakes = new ArrayList<>();
        for (Part item : part.items()) {
            handshakes.add(readOne(item));
        }
        return handshakes;
    }

    private static Handshake readOne(Part part) throws Problem {
        part.allow(List.of("when", "signed", "token", "answer", "refuse"));
        Part answer = part.get("answer");
        answer.allow(List.of("status", "type", "body"));
        String type = answer.get("type").text("text/plain");
        if (!TYPES.contains(type)) {
            throw answer.get("type").problem("“" + type + "” is no type here; it is text/plain or application/json.");
        }
        Part when = part.get("when");
        Part method = when.get("method");
        List<Locator> token = Locators.read(part.get("token"));
        return new Handshake(
                method.isPresent() ? Optional.of(method.text("")) : Optional.empty(), conditions(when),
                !part.get("signed").text("true").equals("false"), token.stream().findFirst(),
                answer.get("status").isPresent() ? answer.get("status").number(200, 299) : 200, type,
                body(answer.get("body"), type.equals("application/json")),
                part.get("refuse").isPresent()
                        ? OptionalInt.of(part.get("refuse").number(400, 599))
                        : OptionalInt.empty());
    }

    private static List<Condition> conditions(Part when) throws Problem {
        List<Condition> conditions = new ArrayList<>();
        for (Part condition : when.properties()) {
            if (!condition.key().equals("method")) {
                conditions.add(new Condition(Locators.readOne(condition, condition.key()), condition.text("")));
            }
        }
        if (conditions.isEmpty() && !when.get("method").isPresent()) {
            throw when
                    .problem("A handshake needs “when”: what tells it from an event, such as /type: url_verification.");
        }
        return conditions;
    }

    private static HandshakeText body(Part part, boolean isJson) throws Problem {
        String text = part.text("");
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int at = 0;
        while (place.find()) {
            addLiteral(pieces, text.substring(at, place.start()), part);
            Locator value = Locators.readOne(part, place.group(3));
            pieces.add(place.group(1) == null
                    ? new Piece.Value(value)
                    : new Piece.Mac(hash(place.group(1)),
                            place.group(2).equals("hex") ? Encoding.HEX : Encoding.BASE64, value));
            at = place.end();
        }
        addLiteral(pieces, text.substring(at), part);
        return new HandshakeText(pieces, isJson);
    }

    private static Hash hash(String name) {
        return switch (name) {
            case "sha1" -> Hash.SHA1;
            case "sha256" -> Hash.SHA256;
            default -> Hash.SHA512;
        };
    }

    private static void addLiteral(List<Piece> pieces, String text, Part part) throws Problem {
        Matcher misspelt = MISSPELT.matcher(text);
        if (misspelt.find()) {
            throw part.problem("“" + misspelt.group() + "” is no place; write {/field}, {query:name}, {header:Name} or"
                    + " {hmac-sha256-hex:/field}.");
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece.Literal(text));
        }
    }
}
