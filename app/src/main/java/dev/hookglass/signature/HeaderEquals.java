package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The provider sends the secret itself in a header, as Optimizely CMP does in {@code Callback-Secret}.
 *
 * @param header the name of that header
 */
public record HeaderEquals(String header) implements Scheme {
    @Override
    public String id() {
        return "header-equals";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        List<String> values = message.head().all(header);
        if (values.isEmpty()) {
            return new Verdict(Outcome.MISSING, "The request has no " + header + " header.");
        }
        if (values.size() > 1) {
            return new Verdict(Outcome.MALFORMED,
                    "The request has " + values.size() + " " + header + " headers; the provider sends one.");
        }
        if (values.getFirst().isEmpty()) {
            return new Verdict(Outcome.MALFORMED, "The " + header + " header is empty.");
        }
        trace.step(Step.Sign.GOOD, () -> "The request has one " + header + " header, with "
                + values.getFirst().length() + " characters.");
        trace.received(() -> new Received(header, Bytes.ofLatin1(values.getFirst()), "text", true));
        boolean matches = HeaderText.same(values.getFirst(), secret.text());
        trace.tried(() -> new Trial(secret.name(), matches, "",
                Optional.of(new Concealed(() -> HeaderText.of(secret.text())))));
        return matches
                ? new Verdict(Outcome.VALID, header + " matches secret “" + secret.name() + "”.")
                : new Verdict(Outcome.INVALID, header + " does not match secret “" + secret.name() + "”.");
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        return List.of(new Header(header, HeaderText.of(secret.text())));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return HeaderText.objection(secretText);
    }

    @Override
    public List<String> secretHeaders() {
        return List.of(header);
    }
}
