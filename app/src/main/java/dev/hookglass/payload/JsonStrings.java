package dev.hookglass.payload;

/** The text that a JSON string stands for. */
final class JsonStrings {
    private JsonStrings() {}

    /** Undoes the escapes of what stands between two quotes; a lone surrogate stays one. */
    static String unescaped(String in, int start, int end) {
        if (in.indexOf('\\', start, end) < 0) {
            return in.substring(start, end);
        }
        StringBuilder out = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            char c = in.charAt(at);
            if (c != '\\') {
                out.append(c);
                at++;
            } else if (in.charAt(at + 1) == 'u') {
                out.append((char) Integer.parseInt(in, at + 2, at + 6, 16));
                at += 6;
            } else {
                out.append(meaning(in.charAt(at + 1)));
                at += 2;
            }
        }
        return out.toString();
    }

    private static char meaning(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
