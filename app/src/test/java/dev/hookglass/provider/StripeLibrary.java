package dev.hookglass.provider;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.util.List;

/** {@code com.stripe:stripe-java}. */
final class StripeLibrary extends SenderLibrary {
    private static final long TOLERANCE_SECONDS = 300;

    StripeLibrary() {
        super("stripe", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"customer.created\",\"data\":{\"object\":{\"name\":\"Zoë 🦊\"}}}");
    }

    @Override
    List<Header> sign(String body) throws Exception {
        return List.of(new Header("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, secret())));
    }

    @Override
    boolean accepts(SignedMessage message) {
        try {
            return Webhook.Signature.verifyHeader(message.body().utf8(),
                    message.head().first("Stripe-Signature").orElse(""), secret(), TOLERANCE_SECONDS);
        } catch (SignatureVerificationException refused) {
            return false;
        }
    }
}
