package dev.hookglass.payload;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies as JSON trees, to find an event's type and key in them. Numbers keep their digits, but of duplicate names only the
 * last is kept: what a person is shown comes from {@link JsonPretty}. Safe for any thread.
 */
public final class JsonBody {
    /** Nesting deeper than this is not JSON that a sender means. */
    static final int MOST_DEPTH = 500;
    /** Documents longer than this are not read, in bytes or characters. */
    static final int MOST_LENGTH = 16 << 20;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxDocumentLength(MOST_LENGTH)
                            .maxStringLength(MOST_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonBody() {}

    /**
     * The body as a tree, after its content encodings and charset; empty where it is not JSON, not decodable, deeper than 500
     * levels or longer than 16 MiB. Never throws.
     */
    public static Optional<JsonNode> parse(Bytes body, List<Header> headers) {
        if (isPlainUtf8(headers)) {
            return body.size() > MOST_LENGTH ? Optional.empty() : tree(body);
        }
        return Decoded.decode(body, headers) instanceof Decoded.Text text && text.text().length() <= MOST_LENGTH
                ? tree(Bytes.ofUtf8(text.text()))
                : Optional.empty();
    }

    private static boolean isPlainUtf8(List<Header> headers) {
        return headers.stream().noneMatch(header -> header.is("Content-Encoding"))
                && MediaType.of(headers).charset().filter(name -> !name.equalsIgnoreCase("utf-8")).isEmpty();
    }

    private static Optional<JsonNode> tree(Bytes utf8) {
        try {
            JsonNode node = MAPPER.readTree(utf8.array());
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
