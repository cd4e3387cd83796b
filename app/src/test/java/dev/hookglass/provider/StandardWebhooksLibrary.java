package dev.hookglass.provider;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code com.standardwebhooks:standardwebhooks}. */
final class StandardWebhooksLibrary extends SenderLibrary {
    StandardWebhooksLibrary() {
        super("standard-webhooks", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "{\"type\":\"contact.created\",\"timestamp\":\"2026-11-20T12:00:00Z\",\"data\":{\"name\":\"Łukasz 🦊\"}}");
    }

    @Override
    List<Header> sign(String body) throws Exception {
        long now = Instant.now().getEpochSecond();
        return List.of(new Header("webhook-id", "msg_1"), new Header("webhook-timestamp", Long.toString(now)),
                new Header("webhook-signature", new Webhook(secret()).sign("msg_1", now, body)));
    }

    @Override
    boolean accepts(SignedMessage message) throws Exception {
        Map<String, List<String>> headers = Map.of("webhook-id", message.head().all("webhook-id"), "webhook-timestamp",
                message.head().all("webhook-timestamp"), "webhook-signature", message.head().all("webhook-signature"));
        try {
            new Webhook(secret()).verify(message.body().utf8(), headers);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }
}
