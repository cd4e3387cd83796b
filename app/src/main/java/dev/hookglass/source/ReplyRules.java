package dev.hookglass.source;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a source's reply must fulfil before it is saved. */
final class ReplyRules {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    private static final int LONGEST_BODY = 1 << 20;
    private static final int MOST_HEADERS = 50;
    private static final int LONGEST_VALUE = 8_000;
    /** A token of RFC 9110 §5.6.2. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
    /** Of RFC 9110 §5.5, one byte for each character. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    /** What belongs to the connection, and is set by who keeps it. */
    private static final List<String> NOT_BY_HAND = List.of("content-length", "transfer-encoding", "connection",
            "keep-alive", "upgrade", "trailer", "te", "proxy-connection");

    private ReplyRules() {}

    static void check(ReplyRule rule, Provider provider) throws Problem {
        List<ReplyStep> answers = steps(rule.answer()).toList();
        for (ReplyStep step : Stream.concat(answers.stream(), rule.whenBad().stream().flatMap(ReplyRules::steps))
                .toList()) {
            check(step);
        }
        for (Header header : rule.headers()) {
            check(header);
        }
        if (rule.headers().size() > MOST_HEADERS) {
            throw new Problem("A reply has at most " + MOST_HEADERS + " headers.");
        }
        if (rule.body().getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
            throw new Problem("The body of a reply is at most 1 MiB long.");
        }
        Optional<Integer> bodiless = answers.stream()
                .flatMap(step -> status(step, provider).stream())
                .filter(status -> status == 204 || status == 304)
                .findFirst();
        if (bodiless.isPresent() && !rule.body().isEmpty()) {
            throw new Problem("A " + bodiless.get() + " has no body; choose another status, or leave the body out.");
        }
    }

    private static Stream<ReplyStep> steps(ReplySequence sequence) {
        return sequence.turns().stream().map(ReplySequence.Turn::step);
    }

    private static Optional<Integer> status(ReplyStep step, Provider provider) {
        return switch (step) {
            case ReplyStep.Expected _ -> Optional.of(provider.acknowledgement().status());
            case ReplyStep.Status own -> Optional.of(own.status());
            case ReplyStep.Drop _,ReplyStep.Never _ -> Optional.empty();
        };
    }

    private static void check(ReplyStep step) throws Problem {
        if (step instanceof ReplyStep.Status own && (own.status() < 200 || own.status() > 599)) {
            throw new Problem("The reply status must be between 200 and 599; " + own.status() + " is not.");
        }
        if (step.delay().compareTo(LONGEST_DELAY) > 0) {
            throw new Problem("A reply can be delayed by at most 10 minutes; write “never” to answer nothing.");
        }
    }

    private static void check(Header header) throws Problem {
        if (!NAME.matcher(header.name()).matches()) {
            throw new Problem("“" + header.name() + "” is no header name; use letters, digits and hyphens.");
        }
        if (NOT_BY_HAND.contains(header.name().toLowerCase(Locale.ROOT))) {
            throw new Problem("The header " + header.name()
                    + " belongs to the connection and is set by Hookglass; leave it out.");
        }
        if (!VALUE.matcher(header.value()).matches() || header.value().length() > LONGEST_VALUE) {
            throw new Problem("The value of the header " + header.name()
                    + " is no header value: it is too long, or has a line break or characters beyond ISO-8859-1.");
        }
    }
}
