package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sender as a person describes it in a form: texts as typed, judged only when the provider file that they make is read.
 *
 * @param name what people call it
 * @param proof how it proves its requests
 * @param header the header that proves a request
 * @param prefix what precedes the signature in it; may be empty
 * @param separator what stands between several entries in it; empty if it holds one signature and nothing else
 * @param hash such as {@code sha256}
 * @param encoding such as {@code hex}
 * @param key how the key is made of the secret, such as {@code text}
 * @param content what is signed, such as <code>{timestamp}.{body}</code>, a line's end written \\n; empty for the body
 * @param timestamp where its time stands: a header's name, {@code field:t} or a JSON pointer; may be empty
 * @param unit such as {@code seconds}
 * @param tolerance how many seconds that time may be away; may be empty
 * @param messageId where the message's id stands, in the same way; may be empty
 * @param type where the event type stands: a header's name or a JSON pointer; may be empty
 */
public record OwnSender(String name, Proof proof, String header, String prefix, String separator, String hash,
        String encoding, String key, String content, String timestamp, String unit, String tolerance,
        String messageId, String type) {
    /** How requests are proven, of what a form can describe. */
    public enum Proof {
        /** An HMAC in a header. */
        SIGNATURE,
        /** The secret itself in a header. */
        SECRET,
        /** Not at all. */
        NOTHING
    }

    private static final String FIRST_LINE = "# A sender of your own, made in Hookglass. ";
    private static final String HEADER = "header:";

    /** The description that a file was made of; empty if it says anything else, as after a person has edited it. */
    static Optional<OwnSender> of(String id, Bytes file) {
        String yaml = file.utf8();
        try {
            return yaml.startsWith(FIRST_LINE)
                    ? read(Document.read(id, file).top()).filter(read -> read.yaml(id).equals(yaml))
                    : Optional.empty();
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<OwnSender> read(Part top) throws Problem {
        Part block = top.get("x-webhook");
        Part signature = block.get("signature");
        Part timestamp = signature.get("timestamp");
        Proof proof = switch (signature.get("scheme").text("")) {
            case "hmac" -> Proof.SIGNATURE;
            case "header-equals" -> Proof.SECRET;
            default -> Proof.NOTHING;
        };
        return Optional.of(new OwnSender(top.get("info").get("title").text(""), proof,
                signature.get("header").text(""), signature.get("prefix").text(""),
                signature.get("separator").text(""), signature.get("hash").text("sha256"),
                signature.get("encoding").text("hex"), signature.get("key").text("text"),
                signature.get("content").text("").replace("\n", "\\n"), typed(timestamp.get("at")),
                timestamp.get("unit").text("seconds"), timestamp.get("tolerance").text("").replaceAll("\\D", ""),
                typed(signature.get("id")), typed(block.get("type"))));
    }

    /** A place as a person would type it. */
    private static String typed(Part place) throws Problem {
        String text = place.text("");
        return text.startsWith(HEADER) ? text.substring(HEADER.length()) : text;
    }

    /** What its provider would be called if nothing else had that id: letters and digits of its name. */
    String slug() {
        String slug = Words.slug(name);
        return slug.isEmpty() ? "sender" : slug;
    }

    /** The provider file that describes it, for people to read and change. */
    String yaml(String id) {
        StringBuilder yaml = new StringBuilder(FIRST_LINE).append("""
                What may stand here is told in its README; an AsyncAPI
                # document of the sender's events may be joined with it.
                asyncapi: 3.0.0
                info:
                  title: %s
                  version: '1'

                x-webhook:
                  id: %s
                """.formatted(quoted(name.strip()), id));
        yaml.append(switch (proof) {
            case SIGNATURE -> signature();
            case SECRET -> "  signature: {scheme: header-equals, header: " + quoted(header.strip()) + "}\n";
            case NOTHING -> "  signature: {scheme: none}\n";
        });
        return yaml.append(line("  type", place(type))).toString();
    }

    private String signature() {
        return "  signature:\n    scheme: hmac\n"
                + "    header: " + quoted(header.strip()) + "\n"
                + line("    separator", separator)
                + line("    prefix", prefix)
                + "    hash: " + hash + "\n"
                + "    encoding: " + encoding + "\n"
                + "    key: " + key + "\n"
                + line("    content", content.replace("\\n", "\n"))
                + timestampLine()
                + line("    id", place(messageId));
    }

    private String timestampLine() {
        if (timestamp.isBlank()) {
            return "";
        }
        String within = tolerance.isBlank() ? "" : ", tolerance: " + quoted("PT" + tolerance.strip() + "S");
        return "    timestamp: {at: " + quoted(place(timestamp)) + ", unit: " + unit + within + "}\n";
    }

    /** A header's name is what people think of; anything else is told by its form. */
    private static String place(String typed) {
        String text = typed.strip();
        return text.isEmpty() || text.startsWith("/") || text.contains(":") ? text : HEADER + text;
    }

    private static String line(String property, String value) {
        return value.isEmpty() ? "" : property + ": " + quoted(value) + "\n";
    }

    /** In single quotes, where only they themselves are special; in double quotes where that cannot say it. */
    private static String quoted(String text) {
        if (text.indexOf('\\') < 0 && text.chars().noneMatch(Character::isISOControl)) {
            return "'" + text.replace("'", "''") + "'";
        }
        return text.chars().mapToObj(OwnSender::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default -> Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c);
        };
    }
}
