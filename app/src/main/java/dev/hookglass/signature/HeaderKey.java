package dev.hookglass.signature;

import dev.hookglass.event.Header;
import dev.hookglass.event.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of the user's own choice with a value of their own; the secret is {@code Header-Name: value}. The space after
 * the colon tells it from {@code user:password}.
 */
public record HeaderKey() implements Scheme {
    private static final Pattern FORM = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]+(\\S.*)");

    @Override
    public String id() {
        return "header-key";
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Header expected = split(secret.text());
        return new HeaderEquals(expected.name())
                .check(message, new Secret(secret.name(), expected.value()), trace);
    }

    @Override
    public List<Header> sign(SignedMessage message, Secret secret) {
        Header expected = split(secret.text());
        return List.of(new Header(expected.name(), HeaderText.of(expected.value())));
    }

    @Override
    public Optional<String> objection(String secretText) {
        return FORM.matcher(secretText).matches()
                ? HeaderText.objection(secretText)
                : Optional.of("A header key is written Header-Name: value.");
    }

    @Override
    public List<String> secretHeaders() {
        return List.of("Authorization");
    }

    private static Header split(String secretText) {
        Matcher matcher = FORM.matcher(secretText);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The secret is not of the form Header-Name: value");
        }
        return new Header(matcher.group(1), matcher.group(2));
    }
}
