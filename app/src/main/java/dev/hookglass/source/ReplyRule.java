package dev.hookglass.source;

import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a source answers.
 *
 * @param answer what requests are answered in turn
 * @param whenBad what those with a bad verdict (invalid, stale, missing, malformed) are answered instead; empty: the same
 * @param headers sent with {@code answer}, in this order
 * @param body sent with {@code answer}, as UTF-8; may be empty
 */
public record ReplyRule(ReplySequence answer, Optional<ReplySequence> whenBad, List<Header> headers, String body) {
    /** What a source does unless told otherwise: what its provider takes for an acknowledgement, and nothing more. */
    public static final ReplyRule EXPECTED = new ReplyRule(ReplySequence.EXPECTED, Optional.empty(), List.of(), "");

    public ReplyRule {
        headers = List.copyOf(headers);
    }

    public ReplyRule withAnswer(ReplySequence newAnswer) {
        return new ReplyRule(newAnswer, whenBad, headers, body);
    }

    public ReplyRule withWhenBad(Optional<ReplySequence> newWhenBad) {
        return new ReplyRule(answer, newWhenBad, headers, body);
    }

    public ReplyRule withHeaders(List<Header> newHeaders) {
        return new ReplyRule(answer, whenBad, newHeaders, body);
    }

    public ReplyRule withBody(String newBody) {
        return new ReplyRule(answer, whenBad, headers, newBody);
    }

    /** The headers with the type of the body, which is plain text unless they tell another. */
    public List<Header> allHeaders() {
        return body.isEmpty() || headers.stream().anyMatch(header -> header.is("Content-Type"))
                ? headers
                : Stream.concat(Stream.of(new Header("Content-Type", "text/plain; charset=utf-8")), headers.stream())
                        .toList();
    }

    /** The rule in a few words, in the form in which it is written: {@code 503 ×2, 200; 401 when the verdict is bad}. */
    public String text() {
        return answer.text() + whenBad.map(bad -> "; " + bad.text() + " when the verdict is bad").orElse("");
    }
}
