package dev.hookglass.provider;

import com.svix.Webhook;
import com.svix.exceptions.WebhookVerificationException;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code com.svix:svix}. */
final class SvixLibrary extends SenderLibrary {
    SvixLibrary() {
        super("svix", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "{\"type\":\"invoice.paid\",\"data\":{\"id\":\"42\",\"note\":\"Grüße 🦊\"}}\n");
    }

    @Override
    List<Header> sign(String body) throws Exception {
        long now = Instant.now().getEpochSecond();
        return List.of(new Header("svix-id", "msg_1"), new Header("svix-timestamp", Long.toString(now)),
                new Header("svix-signature", new Webhook(secret()).sign("msg_1", now, body)));
    }

    @Override
    boolean accepts(SignedMessage message) throws Exception {
        Map<String, List<String>> headers = Map.of("svix-id", message.head().all("svix-id"), "svix-timestamp",
                message.head().all("svix-timestamp"), "svix-signature", message.head().all("svix-signature"));
        try {
            new Webhook(secret()).verify(message.body().utf8(), headers);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }
}
