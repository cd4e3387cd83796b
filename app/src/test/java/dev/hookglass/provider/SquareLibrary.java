package dev.hookglass.provider;

import com.squareup.square.utilities.WebhooksHelper;
import dev.hookglass.signature.SignedMessage;

/** {@code com.squareup:square}, which only checks. */
final class SquareLibrary extends SenderLibrary {
    SquareLibrary() {
        super("square", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "{\"merchant_id\":\"M1\",\"type\":\"payment.updated\",\"data\":{\"note\":\"crème 🦊\"}}");
    }

    @Override
    boolean accepts(SignedMessage message) {
        return WebhooksHelper.verifySignature(message.body().utf8(),
                message.head().first("x-square-hmacsha256-signature").orElse(""), secret(), url());
    }
}
