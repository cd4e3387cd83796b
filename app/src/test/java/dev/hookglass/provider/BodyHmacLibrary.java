package dev.hookglass.provider;

import am.ik.webhook.WebhookAuthenticationException;
import am.ik.webhook.WebhookSigner;
import am.ik.webhook.WebhookSigner.Encoder;
import am.ik.webhook.WebhookVerifier;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code am.ik.webhook:webhook-verifier}, a third party's, for senders that sign the body alone and have no Java library. */
final class BodyHmacLibrary extends SenderLibrary {
    private static final String SECRET = "It's a Secret to Everybody";
    /** It would tell of each forged request that it refuses. */
    private static final Logger LIBRARY = Logger.getLogger(WebhookVerifier.class.getName());

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final String header;
    private final WebhookVerifier verifier;

    private BodyHmacLibrary(String provider, String header, WebhookVerifier verifier) {
        super(provider, SECRET, "{\"action\":\"opened\",\"title\":\"Grüße 🦊\"}\n");
        this.header = header;
        this.verifier = verifier;
    }

    static List<SenderLibrary> all() {
        return List.of(
                new BodyHmacLibrary("github", "X-Hub-Signature-256", WebhookVerifier.gitHubSha256(SECRET)),
                new BodyHmacLibrary("optimizely-experimentation", "X-Hub-Signature",
                        WebhookVerifier.gitHubSha1(SECRET)),
                new BodyHmacLibrary("typeform", "Typeform-Signature",
                        new WebhookVerifier(WebhookSigner.hmacSha256(SECRET), Encoder.BASE64)));
    }

    @Override
    List<Header> sign(String body) {
        return List.of(new Header(header, verifier.sign(body)));
    }

    @Override
    boolean accepts(SignedMessage message) {
        try {
            verifier.verify(message.body().array(), message.head().first(header).orElse(""));
            return true;
        } catch (WebhookAuthenticationException refused) {
            return false;
        }
    }
}
