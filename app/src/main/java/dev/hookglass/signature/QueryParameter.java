package dev.hookglass.signature;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A parameter in a URL's query as an HTTP message signature covers it (RFC 9421 §2.2.8): read as a form, and written anew. */
final class QueryParameter {
    private static final Pattern PARAMETERS = Pattern.compile("&");

    private QueryParameter() {}

    /**
     * The value of the one parameter with this name, written anew.
     *
     * @param query without the question mark
     * @param name as it is written in the signature
     * @return empty if no parameter has this name or several have, which must not be signed
     */
    static Optional<String> value(String query, String name) {
        String found = null;
        for (String parameter : PARAMETERS.split(query, -1)) {
            int equals = parameter.indexOf('=');
            if (rewritten(equals < 0 ? parameter : parameter.substring(0, equals)).equals(name)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = equals < 0 ? "" : rewritten(parameter.substring(equals + 1));
            }
        }
        return Optional.ofNullable(found);
    }

    private static String rewritten(String text) {
        try {
            return URLEncoder.encode(URLDecoder.decode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                    .replace("+", "%20");
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
