package dev.hookglass.signature;

import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For providers that sign in several ways: the headers of a request tell which one it is.
 *
 * @param choices in the order they are tried
 */
public record ByHeader(List<Choice> choices) implements OneOf {
    /**
     * One way of signing.
     *
     * @param header the header that tells of it; empty if there is none, which makes it the one for all other requests
     * @param value what that header must say; empty if it need only be there
     * @param scheme how it signs
     */
    public record Choice(String header, String value, Scheme scheme) {
        boolean isToldBy(RequestHead head) {
            return header.isEmpty() || head.first(header).filter(v -> value.isEmpty() || v.equals(value)).isPresent();
        }

        String words(RequestHead head) {
            return isToldBy(head) && !header.isEmpty()
                    ? "The " + header + " header tells how this request is signed: " + scheme.id() + "."
                    : "No header tells how this request is signed, so it is taken for " + scheme.id() + ".";
        }
    }

    public ByHeader {
        choices = List.copyOf(choices);
    }

    @Override
    public String id() {
        return choices.stream().map(choice -> choice.scheme().id()).distinct().collect(Collectors.joining(" or "));
    }

    @Override
    public Verdict check(SignedMessage message, Secret secret, Trace trace) {
        Choice choice = choices.stream()
                .filter(each -> each.isToldBy(message.head()))
                .findFirst()
                .orElse(choices.getFirst());
        Scheme scheme = choice.scheme();
        trace.step(Step.Sign.NOTE, () -> choice.words(message.head()));
        return scheme.fits(secret)
                ? scheme.check(message, secret, trace)
                : new Verdict(Outcome.UNCHECKED, "Secret “" + secret.name() + "” does not have the form that "
                        + scheme.id() + " needs, which is how this request is signed.");
    }

    /**
     * The way in which the message was signed before, if its headers tell; else that of requests without such headers, if there
     * is one; else the first.
     */
    @Override
    public Scheme signing(SignedMessage message, Secret secret) {
        Stream<Choice> told = choices.stream().filter(c -> !c.header().isEmpty() && c.isToldBy(message.head()));
        Stream<Choice> usual = choices.stream().filter(choice -> choice.header().isEmpty());
        return OneOf.fitting(
                Stream.of(told, usual, choices.stream()).flatMap(each -> each).map(Choice::scheme).toList(), secret);
    }

    @Override
    public List<Scheme> schemes() {
        return choices.stream().map(Choice::scheme).toList();
    }
}
