package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Unsigned;
import java.util.ArrayList;
import java.util.List;

/** Reads how a provider proves that a request is its own. */
final class SchemeReader {
    private SchemeReader() {}

    /** The scheme of a provider file's {@code signature}: one, or a list of those that a user may choose from. */
    static Scheme read(Part signature) throws Problem {
        List<Scheme> schemes = new ArrayList<>();
        for (Part one : signature.items()) {
            schemes.add(readOne(one));
        }
        if (schemes.isEmpty()) {
            throw signature.problem("“signature” is empty; where nothing is signed, write {scheme: none}.");
        }
        return schemes.size() == 1 ? schemes.getFirst() : new FirstFitting(schemes);
    }

    private static Scheme readOne(Part signature) throws Problem {
        String name = signature.get("scheme").text("");
        return switch (name) {
            case "header-equals" -> {
                signature.allow(List.of("scheme", "header"));
                yield new HeaderEquals(header(signature));
            }
            case "hmac" -> {
                signature.allow(List.of("scheme", "header", "hash", "prefix"));
                yield new Hmac(header(signature), hash(signature.get("hash")), signature.get("prefix").text(""));
            }
            case "http-basic", "header-key", "none" -> {
                signature.allow(List.of("scheme"));
                yield withoutParameters(name);
            }
            default -> throw signature.get("scheme")
                    .problem((name.isEmpty() ? "“signature” names no scheme" : "“" + name + "” is no known scheme")
                            + "; known are header-equals, hmac, http-basic, header-key and none.");
        };
    }

    private static Scheme withoutParameters(String name) {
        return switch (name) {
            case "http-basic" -> new HttpBasic();
            case "header-key" -> new HeaderKey();
            default -> new Unsigned();
        };
    }

    private static String header(Part signature) throws Problem {
        String header = signature.get("header").text("");
        if (!Locators.isHeaderName(header)) {
            throw signature.problem("“signature” needs the name of the header that proves the request: {header: …}.");
        }
        return header;
    }

    private static Hmac.Hash hash(Part hash) throws Problem {
        String name = hash.text("");
        return switch (name) {
            case "sha1" -> Hmac.Hash.SHA1;
            case "sha256" -> Hmac.Hash.SHA256;
            case "sha512" -> Hmac.Hash.SHA512;
            default -> throw hash.problem((name.isEmpty()
                    ? "“signature” names no hash"
                    : "“" + name
                            + "” is no known hash")
                    + "; known are sha1, sha256 and sha512.");
        };
    }

    /** What AsyncAPI's own security schemes say, as far as it concerns webhooks. */
    static Scheme derive(Part securitySchemes) throws Problem {
        for (Part reference : securitySchemes.properties()) {
            Part security = reference.followed();
            String type = security.get("type").text("");
            if (type.equals("httpApiKey") && security.get("in").text("").equals("header")) {
                String header = security.get("name").text("");
                if (Locators.isHeaderName(header)) {
                    return new HeaderEquals(header);
                }
            } else if (type.equals("http") && security.get("scheme").text("").equalsIgnoreCase("basic")) {
                return new HttpBasic();
            }
        }
        return new Unsigned();
    }
}
