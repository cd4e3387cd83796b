package dev.hookglass.signature.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes in JSON strings, which libraries write differently for the same text. */
enum Escapes {
    /** As PHP does. */
    SLASHES("with “\\/” for each slash"),
    /** As all but PHP do. */
    PLAIN_SLASHES("with “/” for each slash"),
    /** As Python and PHP do: {@code ä} is {@code \}{@code u00e4}. */
    ASCII("with \\u escapes for all that is not ASCII"),
    /** The same with upper-case digits. */
    UPPER_ASCII("with \\u escapes in upper case for all that is not ASCII"),
    /** As JavaScript and Java do. */
    PLAIN("with plain characters instead of \\u escapes"),
    /** As Go does. */
    HTML("with \\u escapes for “<”, “>” and “&”"),
    /** As .NET does, by far the most careful: what HTML could read otherwise, and all that is not ASCII. */
    NET("with \\u escapes for “<”, “>”, “&”, “'”, “+” and all that is not ASCII");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|.)", Pattern.DOTALL);

    private final String words;

    Escapes(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The text with its escapes written so. */
    byte[] write(byte[] json) {
        return switch (this) {
            case SLASHES -> slashes(json);
            case PLAIN_SLASHES -> plainSlashes(json);
            case ASCII -> escaped(json, "%04x", "");
            case UPPER_ASCII -> escaped(json, "%04X", "");
            case PLAIN -> plain(json);
            case HTML -> escaped(json, "%04x", "<>&\u2028\u2029");
            case NET -> escaped(escaped(json, "%04X", "<>&'+`"), "%04X", "");
        };
    }

    private static byte[] slashes(byte[] json) {
        ByteText out = new ByteText(json.length + json.length / 16);
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '/') {
                out.add('\\');
            } else if (json[i] == '\\' && i + 1 < json.length) {
                out.add(json[i++]);
            }
            out.add(json[i]);
        }
        return out.toArray();
    }

    private static byte[] plainSlashes(byte[] json) {
        ByteText out = new ByteText(json.length);
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\\' && i + 1 < json.length) {
                if (json[i + 1] != '/') {
                    out.add(json[i]);
                }
                i++;
            }
            out.add(json[i]);
        }
        return out.toArray();
    }

    /** @param only the characters to escape; empty for all that are not ASCII */
    private static byte[] escaped(byte[] json, String digits, String only) {
        String text = new String(json, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (only.isEmpty() ? c > 0x7E : only.indexOf(c) >= 0) {
                out.append("\\u").append(String.format(Locale.ROOT, digits, (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] plain(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        Matcher escapes = ESCAPE.matcher(text);
        return escapes.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? found.group() : plain(found.group(), Integer.parseInt(found.group(1), 16))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(String escape, int character) {
        return character < ' ' || character == '"' || character == '\\' ? escape : String.valueOf((char) character);
    }
}
