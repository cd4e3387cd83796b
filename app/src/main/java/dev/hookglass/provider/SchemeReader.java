package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.BodyFields;
import dev.hookglass.signature.ByHeader;
import dev.hookglass.signature.ByHeader.Choice;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.Content.SignedHeaders;
import dev.hookglass.signature.ContentDigest;
import dev.hookglass.signature.Encoding;
import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.KeyForm;
import dev.hookglass.signature.MessageSignature;
import dev.hookglass.signature.PublicKey;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.SecretHash;
import dev.hookglass.signature.TwilioUrl;
import dev.hookglass.signature.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** Reads how a provider proves that a request is its own. */
final class SchemeReader {
    private SchemeReader() {}

    /**
     * The scheme of a provider file's {@code signature}: one, or a list. In a list, {@code when} names the header that tells
     * of a scheme; without it, the form of the secret tells.
     */
    static Scheme read(Part signature) throws Problem {
        List<Part> items = signature.items();
        if (items.isEmpty()) {
            throw signature.problem("“signature” is empty; where nothing is signed, write {scheme: none}.");
        }
        List<Choice> choices = new ArrayList<>();
        for (Part one : items) {
            choices.add(choice(one));
        }
        if (choices.stream().anyMatch(choice -> !choice.header().isEmpty())) {
            return new ByHeader(choices);
        }
        List<Scheme> schemes = choices.stream().map(Choice::scheme).toList();
        return schemes.size() == 1 ? schemes.getFirst() : new FirstFitting(schemes);
    }

    private static Choice choice(Part one) throws Problem {
        String[] when = one.get("when").text("").split(": *", 2);
        if (!when[0].isEmpty() && !Locators.isHeaderName(when[0])) {
            throw one.get("when").problem("“when” names a header, as in X-Signature, or X-Version: v2.");
        }
        return new Choice(when[0], when.length > 1 ? when[1] : "", readOne(one));
    }

    private static Scheme readOne(Part signature) throws Problem {
        String name = signature.get("scheme").text("");
        return switch (name) {
            case "header-equals" -> {
                allow(signature, List.of(), "header");
                yield new HeaderEquals(header(signature));
            }
            case "hmac" -> {
                allow(signature, LayoutReader.NAMES, "hash", "key");
                yield new Hmac(LayoutReader.read(signature), hash(signature), key(signature));
            }
            case "secret-hash" -> {
                allow(signature, LayoutReader.NAMES, "hash");
                yield new SecretHash(LayoutReader.read(signature), hash(signature));
            }
            case "ed25519", "ecdsa-p256" -> {
                allow(signature, LayoutReader.NAMES);
                yield new PublicKey(LayoutReader.read(signature),
                        name.equals("ed25519") ? PublicKey.Algorithm.ED25519 : PublicKey.Algorithm.ECDSA_P256);
            }
            case "body-fields" -> bodyFields(signature);
            case "http-basic", "header-key", "twilio", "content-digest", "http-message-signature", "none" -> {
                allow(signature, List.of());
                yield withoutParameters(name);
            }
            default -> throw signature.get("scheme")
                    .problem((name.isEmpty() ? "“signature” names no scheme" : "“" + name + "” is no known scheme")
                            + "; known are header-equals, hmac, secret-hash, ed25519, ecdsa-p256, body-fields, twilio, "
                            + "content-digest, http-message-signature, http-basic, header-key and none.");
        };
    }

    private static void allow(Part signature, List<String> names, String... more) throws Problem {
        signature.allow(Stream.of(List.of("scheme", "when"), names, List.of(more)).flatMap(List::stream).toList());
    }

    private static Scheme withoutParameters(String name) {
        return switch (name) {
            case "http-basic" -> new HttpBasic();
            case "header-key" -> new HeaderKey();
            case "twilio" -> new TwilioUrl();
            case "content-digest" -> new ContentDigest();
            case "http-message-signature" -> new MessageSignature();
            default -> new Unsigned();
        };
    }

    private static BodyFields bodyFields(Part signature) throws Problem {
        allow(signature, List.of(), "item", "signature", "content", "hash", "encoding", "key");
        List<JsonPointer> items = new ArrayList<>();
        for (String item : signature.get("item").texts()) {
            items.add(pointer(signature.get("item"), item));
        }
        Content content = LayoutReader.content(signature.get("content"));
        if (content.pieces().isEmpty()
                || content.pieces().stream().anyMatch(p -> p instanceof Content.Part || p instanceof SignedHeaders)) {
            throw signature.problem("“content” lists the signed fields of the body, as in {/timestamp}{/token}.");
        }
        return new BodyFields(items.isEmpty() ? List.of(JsonPointer.empty()) : items,
                pointer(signature.get("signature"), signature.get("signature").text("-")), content, hash(signature),
                LayoutReader.oneOf(signature.get("encoding"), Encoding.class, Encoding.HEX), key(signature));
    }

    private static JsonPointer pointer(Part part, String text) throws Problem {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw part.problem("“" + part.key() + "” must be a JSON pointer such as /signature.");
        }
        return JsonPointer.compile(text);
    }

    private static String header(Part signature) throws Problem {
        String header = signature.get("header").text("");
        if (!Locators.isHeaderName(header)) {
            throw signature.problem("“signature” needs the name of the header that proves the request: {header: …}.");
        }
        return header;
    }

    private static KeyForm key(Part signature) throws Problem {
        return LayoutReader.oneOf(signature.get("key"), KeyForm.class, KeyForm.TEXT);
    }

    private static Hash hash(Part signature) throws Problem {
        Part hash = signature.get("hash");
        String name = hash.text("");
        return switch (name) {
            case "sha1" -> Hash.SHA1;
            case "sha256" -> Hash.SHA256;
            case "sha512" -> Hash.SHA512;
            default ->
                throw hash.problem((name.isEmpty() ? "“signature” names no hash" : "“" + name + "” is no known hash")
                        + "; known are sha1, sha256 and sha512.");
        };
    }
}
