package dev.hookglass.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;

/**
 * What a signature covers: pieces one after the other, written as in {@code {timestamp}.{body}}.
 *
 * @param pieces at least one
 */
public record Content(List<Piece> pieces) {
    /** One piece of signed content. */
    public sealed interface Piece {}

    /** Text that stands for itself. */
    public record Literal(String text) implements Piece {}

    /** A part of the request, written as {@code {body}}. */
    public enum Part implements Piece {
        /** The raw bytes of the body. */
        BODY("the raw body"),
        /** The timestamp as it was sent. */
        TIMESTAMP("the timestamp"),
        /** The message's id as it was sent. */
        ID("the id"),
        /** The whole URL that the sender sent to. */
        URL("the URL"),
        /** The part of that URL after the host, with its query. */
        PATH("the path and query"),
        /** The method, such as POST. */
        METHOD("the method");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** {@code name:value} of each header that the list header names, sorted: written as {@code {headers:X-Signed-Headers}}. */
    public record SignedHeaders(String list) implements Piece {}

    /** A scalar in the JSON body, nothing if it is not there: written as {@code {/amount/value}}. */
    public record Field(JsonPointer pointer) implements Piece {}

    /** The raw body alone. */
    public static final Content BODY = new Content(List.of(Part.BODY));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String HEADERS = "headers:";

    public Content {
        pieces = List.copyOf(pieces);
    }

    /**
     * Reads how content is written.
     *
     * @throws IllegalArgumentException if a name in braces is unknown; its message is the sentence for people
     */
    public static Content parse(String template) {
        List<Piece> pieces = new ArrayList<>();
        Matcher placeholders = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholders.find()) {
            addLiteral(pieces, template.substring(end, placeholders.start()));
            pieces.add(piece(placeholders.group(1)));
            end = placeholders.end();
        }
        addLiteral(pieces, template.substring(end));
        return new Content(pieces);
    }

    private static void addLiteral(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Literal(text));
        }
    }

    private static Piece piece(String name) {
        if (name.startsWith("/")) {
            return new Field(JsonPointer.compile(name));
        }
        if (name.startsWith(HEADERS) && name.length() > HEADERS.length()) {
            return new SignedHeaders(name.substring(HEADERS.length()));
        }
        return Arrays.stream(Part.values())
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("{" + name + "} cannot be signed; what can is "
                        + Arrays.stream(Part.values())
                                .map(part -> "{" + part.name().toLowerCase(Locale.ROOT) + "}")
                                .collect(Collectors.joining(", "))
                        + ", {headers:X-List} and a JSON pointer such as {/id}."));
    }

    /** What is signed, for people: {@code “v0:”, the timestamp, “:”, the body}. */
    public String words() {
        return pieces.stream().map(piece -> switch (piece) {
            case Literal literal -> "“" + literal.text().replace("\n", "\\n") + "”";
            case Field field -> field.pointer() + " in the body";
            case SignedHeaders headers -> "the headers that " + headers.list() + " lists";
            case Part part -> part.words;
        }).collect(Collectors.joining(", "));
    }

    public boolean has(Part part) {
        return pieces.contains(part);
    }

    /** The header that lists the signed headers, if there is such a list. */
    Optional<String> listHeader() {
        return pieces.stream()
                .filter(SignedHeaders.class::isInstance)
                .map(piece -> ((SignedHeaders) piece).list())
                .findFirst();
    }
}
