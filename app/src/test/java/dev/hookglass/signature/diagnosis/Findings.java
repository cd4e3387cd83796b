package dev.hookglass.signature.diagnosis;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.event.Header;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import java.util.List;

/** What is found about a request, and the requests that it is found about. */
final class Findings {
    static final String BODY = "{\"event\":\"task_added\",\"id\":42}";
    static final Secret TEXT = Requests.SECRET;

    private Findings() {}

    static Finding finding(Scheme scheme, Secret secret, SignedMessage received) throws InterruptedException {
        Diagnosis diagnosis = Diagnoser.diagnose(Requests.seen(scheme, List.of(secret), received));
        assertFalse(diagnosis.words().contains(secret.text().strip()), "the secret is told");
        return diagnosis.finding().orElseThrow(() -> new AssertionError(diagnosis.words()));
    }

    static SignedMessage signed(String provider) {
        return Requests.signed(Requests.scheme(provider), Requests.secret(provider), Requests.message(BODY));
    }

    static SignedMessage signature(SignedMessage message, String name, String value) {
        return Requests.withHeaders(message, header -> header.is(name) ? new Header(name, value) : header);
    }
}
