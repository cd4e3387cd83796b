package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the security schemes of an AsyncAPI document say of how webhooks prove themselves.
 *
 * @param signature as a provider file writes it; {@code {scheme: none}} where nothing of use is said
 * @param notes sentences about what was taken, what was not, and why
 */
record Security(Part signature, List<String> notes) {
    private static final Pattern SIGNED = Pattern.compile("(?i)hmac|^\\S*signature");
    private static final Pattern HASH = Pattern.compile("(?i)sha-?_?(1|256|512)\\b");
    private static final Pattern PREFIX = Pattern.compile("(?i)\\bsha(?:1|256|512)=");
    /** Signs of a signature that covers more than the body, or stands among others. */
    private static final Pattern BEYOND = Pattern.compile("(?i)timestamp|\\bt=|\\bv\\d+=");

    /** The first scheme that a webhook can use: of those that servers and operations ask for, else of all that are there. */
    static Security of(Part top) throws Problem {
        Part all = top.get("components").get("securitySchemes");
        List<Part> asked = new ArrayList<>();
        for (String group : new String[]{"servers", "operations"}) {
            for (Part each : top.get(group).properties()) {
                addAsked(each.followed().get("security"), all, asked);
            }
        }
        for (Part channel : top.get("channels").properties()) {
            for (String action : new String[]{"publish", "subscribe"}) {
                addAsked(channel.followed().get(action).get("security"), all, asked);
            }
        }
        asked.addAll(all.properties());
        List<String> notes = new ArrayList<>();
        for (Part scheme : asked) {
            Security read = read(scheme.followed());
            if (!read.signature().get("scheme").text("").equals("none")) {
                return read;
            }
            read.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        }
        return notes.isEmpty()
                ? none(top, "The document says nothing of signatures, so requests of this sender count as unsigned; "
                        + "“signature” in its x-webhook block says otherwise.")
                : new Security(part(top, scheme("none")), notes);
    }

    /** AsyncAPI 2 names schemes of the components, AsyncAPI 3 refers to them or writes them out. */
    private static void addAsked(Part security, Part all, List<Part> asked) {
        for (Part requirement : security.items()) {
            if (requirement.get("$ref").isPresent() || requirement.get("type").isPresent()) {
                asked.add(requirement);
            } else {
                requirement.properties().stream().map(name -> all.get(name.key())).filter(Part::isPresent)
                        .forEach(asked::add);
            }
        }
    }

    private static Security read(Part scheme) throws Problem {
        String type = scheme.get("type").text("");
        return switch (type) {
            case "httpApiKey" -> apiKey(scheme);
            case "http" -> scheme.get("scheme").text("").equalsIgnoreCase("basic")
                    ? new Security(part(scheme, scheme("http-basic")), List.of())
                    : new Security(part(scheme, scheme("header-key")), List.of("The secret of a source is the whole "
                            + "header, such as “Authorization: Bearer …”."));
            case "userPassword" -> new Security(part(scheme, scheme("http-basic")), List.of());
            default -> none(scheme, "The security scheme “" + scheme.key() + "” (" + type
                    + ") cannot be seen in a request, so requests of this sender count as unsigned.");
        };
    }

    private static Security apiKey(Part scheme) throws Problem {
        String header = scheme.get("name").text("");
        String place = scheme.get("in").text("header");
        if (!place.equals("header") || !Locators.isHeaderName(header)) {
            return none(scheme, "The key “" + header + "” is not sent in a header (" + place
                    + "), and is not checked; requests of this sender count as unsigned.");
        }
        String words = header + " " + scheme.get("description").text("");
        if (!SIGNED.matcher(words).find()) {
            return equal(scheme, header);
        }
        Matcher hash = HASH.matcher(words);
        return hash.find() && !BEYOND.matcher(words).find()
                ? hmac(scheme, header, words, "sha" + hash.group(1))
                : unknownSignature(scheme, header);
    }

    private static Security equal(Part scheme, String header) {
        return new Security(part(scheme, scheme("header-equals").put("header", header)), List.of());
    }

    private static Security unknownSignature(Part scheme, String header) {
        return none(scheme,
                "The header " + header + " holds a signature, but the document does not say how it is made; "
                        + "until “signature” in its x-webhook block does, requests of this sender count as unsigned.");
    }

    private static Security hmac(Part scheme, String header, String words, String hash) {
        ObjectNode signature = scheme("hmac").put("header", header).put("hash", hash);
        Matcher prefix = PREFIX.matcher(words);
        if (prefix.find()) {
            signature.put("prefix", prefix.group());
        }
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("base64")) {
            signature.put("encoding", lower.contains("base64url") ? "base64url" : "base64");
        }
        return new Security(part(scheme, signature), List.of("How " + header
                + " is made was taken from the words of the document: an HMAC of the body with " + hash
                + ". Try it on a captured request."));
    }

    private static Security none(Part place, String note) {
        return new Security(part(place, scheme("none")), List.of(note));
    }

    private static ObjectNode scheme(String name) {
        return JsonNodeFactory.instance.objectNode().put("scheme", name);
    }

    /** A part that was not written, which stands where what it was made of does. */
    private static Part part(Part place, ObjectNode signature) {
        return new Part(place.document(), place.start(), place.parent(), place.key(), signature);
    }
}
