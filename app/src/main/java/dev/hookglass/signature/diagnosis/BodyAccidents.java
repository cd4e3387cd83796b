package dev.hookglass.signature.diagnosis;

import dev.hookglass.signature.FormText;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a body between where it is signed and where it is received, apart from being written anew as JSON. */
final class BodyAccidents {
    private static final String RAW = "Sign and verify the raw bytes as they are sent, before anything parses them.";
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static final List<Accident> ALL = List.of(
            body("a line break at the end of the body", BodyAccidents::lineBreaks),
            body("other line breaks in the body", BodyAccidents::lineEndings),
            body("a byte order mark", BodyAccidents::byteOrderMark),
            body("compression", body -> change(Compression.undone(body), "The signature covers the body before it was "
                    + "compressed.",
                    "Decompress the body before it is verified, or let the sender sign what it sends.")),
            body("another charset", BodyAccidents::charset),
            body("a body in base64 or wrapped into a JSON string", BodyAccidents::wrapped),
            body("other encoding of a form", BodyAccidents::form),
            Accident.ofContent("more body than Content-Length says", BodyAccidents::beyondLength));

    private BodyAccidents() {}

    /** A body as it may have been. */
    @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
    private record Change(byte[] body, Words words) {}

    private static Accident body(String name, Function<byte[], Stream<Change>> changes) {
        return Accident.ofContent(name, seen -> changes.apply(seen.body())
                .filter(change -> Arrays.mismatch(change.body(), seen.body()) >= 0)
                .map(change -> Repair.of(seen, seen.withBody(change.body()), change.words())));
    }

    private static Stream<Change> change(Optional<byte[]> body, String cause, String remedy) {
        return body.stream().map(bytes -> new Change(bytes, new Words(cause, remedy)));
    }

    private static Change change(byte[] body, String cause, String remedy) {
        return new Change(body, new Words(cause, remedy));
    }

    private static Stream<Change> lineBreaks(byte[] body) {
        int end = body.length;
        while (end > 0 && Character.isWhitespace(body[end - 1])) {
            end--;
        }
        int start = 0;
        while (start < end && Character.isWhitespace(body[start])) {
            start++;
        }
        String added = "White space was added at the end of the body on its way.";
        String removed = "A line break at the end of the body was removed on its way.";
        return Stream.of(
                change(Arrays.copyOf(body, Math.max(end, body.length - 1)), added, RAW),
                change(Arrays.copyOf(body, Math.max(end, body.length - 2)), added, RAW),
                change(Arrays.copyOf(body, end), added, RAW),
                change(Arrays.copyOfRange(body, start, end), "White space was added around the body on its way.", RAW),
                change(with(body, "\n"), removed, RAW), change(with(body, "\r\n"), removed, RAW));
    }

    private static byte[] with(byte[] body, String end) {
        return new ByteText(body.length).add(body, 0, body.length).add(end).toArray();
    }

    private static Stream<Change> lineEndings(byte[] body) {
        int first = 0;
        while (first < body.length && body[first] != '\n') {
            first++;
        }
        return first == body.length
                ? Stream.empty()
                : Stream.of(
                        change(lineEndings(body, "\r\n"), "Line breaks in the body were changed from CRLF to LF on its "
                                + "way.", RAW),
                        change(lineEndings(body, "\n"),
                                "Line breaks in the body were changed from LF to CRLF on its way.",
                                RAW));
    }

    private static byte[] lineEndings(byte[] body, String ending) {
        ByteText out = new ByteText(body.length + body.length / 32);
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                out.add(ending);
            } else if (body[i] != '\r' || i + 1 == body.length || body[i + 1] != '\n') {
                out.add(body[i]);
            }
        }
        return out.toArray();
    }

    private static Stream<Change> byteOrderMark(byte[] body) {
        boolean has = body.length >= BOM.length && Arrays.mismatch(Arrays.copyOf(body, BOM.length), BOM) < 0;
        return Stream.of(has
                ? change(Arrays.copyOfRange(body, BOM.length, body.length),
                        "A byte order mark was put in front of the body after it was signed.",
                        "Write the body as UTF-8 without a byte order mark.")
                : change(new ByteText(body.length + 3).add(BOM, 0, 3).add(body, 0, body.length).toArray(),
                        "A byte order mark at the start of the body was removed on its way.", RAW));
    }

    private static Stream<Change> charset(byte[] body) {
        boolean ascii = true;
        for (byte b : body) {
            ascii &= b >= 0;
        }
        if (ascii) {
            return Stream.empty();
        }
        byte[] narrower = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        byte[] wider = new String(body, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        boolean twice = new String(narrower, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        return Stream.of(
                change(narrower,
                        twice
                                ? "The body was encoded as UTF-8 twice: it was read as ISO-8859-1 on its way."
                                : "The body was signed as ISO-8859-1 and changed to UTF-8 on its way.",
                        "Name the charset in Content-Type, and sign and verify the raw bytes."),
                change(wider, "The body was signed as UTF-8 and changed to ISO-8859-1 on its way.",
                        "Send it as UTF-8, and name that in Content-Type."));
    }

    private static Stream<Change> wrapped(byte[] body) {
        if (body.length > 0 && body[JsonStyle.skipSpace(body, 0) % body.length] == '"') {
            try {
                JsonNode node = JsonMapper.shared().readTree(body);
                return node.isString()
                        ? Stream.of(change(node.asString().getBytes(StandardCharsets.UTF_8),
                                "The body was wrapped into a JSON string on its way: it was serialised twice.",
                                "Pass the text on as it is, without serialising it again."))
                        : Stream.empty();
            } catch (JacksonException notJson) {
                return Stream.empty();
            }
        }
        try {
            return body.length > 3 && body.length % 4 == 0
                    ? Stream.of(change(Base64.getDecoder().decode(body),
                            "The body was encoded as base64 on its way, as some API gateways do.",
                            "Decode it before it is verified."))
                    : Stream.empty();
        } catch (IllegalArgumentException notBase64) {
            return Stream.empty();
        }
    }

    private static Stream<Change> form(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (JsonStyle.isJson(body) || text.indexOf('=') < 0) {
            return Stream.empty();
        }
        String cause = "The form was encoded anew on its way, in which ";
        return Stream.of(latin1(text.replace("+", "%20"), cause + "“+” took the place of “%20”."),
                latin1(text.replace("%20", "+"), cause + "“%20” took the place of “+”."),
                latin1(escapes(text, true), cause + "percent escapes were written in lower case."),
                latin1(escapes(text, false), cause + "percent escapes were written in upper case."),
                latin1(FormText.decoded(text), cause + "characters were percent-encoded that were sent as they are."));
    }

    private static Change latin1(String text, String cause) {
        return change(text.getBytes(StandardCharsets.ISO_8859_1), cause, RAW);
    }

    private static String escapes(String text, boolean upper) {
        StringBuilder out = new StringBuilder(text);
        for (int i = text.indexOf('%'); i >= 0 && i + 2 < text.length(); i = text.indexOf('%', i + 1)) {
            for (int digit = i + 1; digit <= i + 2; digit++) {
                char c = text.charAt(digit);
                out.setCharAt(digit, upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    private static Stream<Repair> beyondLength(Case seen) {
        return seen.head()
                .first("Content-Length")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .filter(length -> length < seen.body().length)
                .stream()
                .map(length -> Repair.of(seen, seen.withBody(Arrays.copyOf(seen.body(), length)), new Words(
                        "The body is longer than Content-Length says: something was added to it on its way.", RAW)));
    }
}
