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
enum BodyHmacLibrary implements SenderLibrary {
    GITHUB("github", "X-Hub-Signature-256") {
        @Override
        WebhookVerifier verifier() {
            return WebhookVerifier.gitHubSha256(secret());
        }
    },
    EXPERIMENTATION("optimizely-experimentation", "X-Hub-Signature") {
        @Override
        WebhookVerifier verifier() {
            return WebhookVerifier.gitHubSha1(secret());
        }
    },
    TYPEFORM("typeform", "Typeform-Signature") {
        @Override
        WebhookVerifier verifier() {
            return new WebhookVerifier(WebhookSigner.hmacSha256(secret()), Encoder.BASE64);
        }
    };

    /** It would tell of each forged request that it refuses. */
    private static final Logger LIBRARY = Logger.getLogger(WebhookVerifier.class.getName());

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final String provider;
    private final String header;

    BodyHmacLibrary(String provider, String header) {
        this.provider = provider;
        this.header = header;
    }

    abstract WebhookVerifier verifier();

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public String secret() {
        return "It's a Secret to Everybody";
    }

    @Override
    public String body() {
        return "{\"action\":\"opened\",\"title\":\"Grüße 🦊\"}\n";
    }

    @Override
    public List<Header> sign(String body) {
        return List.of(new Header(header, verifier().sign(body)));
    }

    @Override
    public boolean accepts(SignedMessage message) {
        try {
            verifier().verify(message.body().array(), message.head().first(header).orElse(""));
            return true;
        } catch (WebhookAuthenticationException refused) {
            return false;
        }
    }
}
