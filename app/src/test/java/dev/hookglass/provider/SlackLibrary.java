package dev.hookglass.provider;

import com.slack.api.app_backend.SlackSignature;
import dev.hookglass.event.Header;
import dev.hookglass.signature.SignedMessage;
import java.time.Instant;
import java.util.List;

/** {@code com.slack.api:slack-app-backend}. */
final class SlackLibrary extends SenderLibrary {
    private final SlackSignature.Generator generator = new SlackSignature.Generator(secret());

    SlackLibrary() {
        super("slack", "8f742231b10e8888abcd99yyyzzz85a5",
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"text\":\"naïve 🦊\"}}");
    }

    @Override
    List<Header> sign(String body) {
        String now = Long.toString(Instant.now().getEpochSecond());
        return List.of(new Header("X-Slack-Request-Timestamp", now),
                new Header("X-Slack-Signature", generator.generate(now, body)));
    }

    @Override
    boolean accepts(SignedMessage message) {
        return new SlackSignature.Verifier(generator).isValid(
                message.head().first("X-Slack-Request-Timestamp").orElse(""), message.body().utf8(),
                message.head().first("X-Slack-Signature").orElse(""));
    }
}
