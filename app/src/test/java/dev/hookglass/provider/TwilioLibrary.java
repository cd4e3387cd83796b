package dev.hookglass.provider;

import com.twilio.security.RequestValidator;
import dev.hookglass.event.Bytes;
import dev.hookglass.signature.SignedMessage;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code com.twilio.sdk:twilio}, which only checks. */
final class TwilioLibrary extends SenderLibrary {
    private final String port;
    private final boolean json;

    /**
     * Of one of the ways in which Twilio signs.
     *
     * @param port behind the host, such as {@code :8443}; may be empty
     * @param json whether the body is JSON, whose hash stands in the URL, and not a form
     */
    TwilioLibrary(String port, boolean json) {
        super("twilio", "12345f0c2f1b5d7a8e9c0b1a2d3e4f50", json
                ? "{\"CallSid\":\"CA1234567890ABCDE\",\"Caller\":\"Zoë 🦊\"}"
                : "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Body=Gr%C3%BC%C3%9Fe+%F0%9F%A6%8A&Empty=");
        this.port = port;
        this.json = json;
    }

    @Override
    String url() {
        String url = "https://hooks.example" + port + "/in?tenant=7";
        return json ? url + "&bodySHA256=" + Bytes.ofUtf8(body()).sha256() : url;
    }

    @Override
    boolean accepts(SignedMessage message) throws URISyntaxException {
        RequestValidator validator = new RequestValidator(secret());
        String signature = message.head().first("X-Twilio-Signature").orElse("");
        if (json) {
            return validator.validate(url(), message.body().utf8(), signature);
        }
        try {
            return validator.validate(url(), form(message.body().utf8()), signature);
        } catch (IllegalArgumentException notAForm) {
            return false;
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> pair.length > 1 ? decoded(pair[1]) : ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
