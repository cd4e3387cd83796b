package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Commands for sh, bash, zsh and their like (POSIX.1-2017, Shell Command Language). */
final class PosixShell implements Shell {
    /** Linux takes no argument above 128 KiB (execve(2), MAX_ARG_STRLEN). */
    private static final int LONGEST_ARGUMENT = 100_000;

    @Override
    public String argument(String latin1) {
        return isAscii(latin1) ? quoted(latin1) : "\"$(printf '" + escaped(latin1) + "')\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x7f);
    }

    /** The format that makes printf write these bytes. */
    private static String escaped(String latin1) {
        StringBuilder format = new StringBuilder();
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            switch (c) {
                case '%' -> format.append("%%");
                case '\\' -> format.append("\\\\");
                case '\'' -> format.append("'\\''");
                default -> format.append(c >= 0x7f ? "\\" + Integer.toOctalString(c) : String.valueOf(c));
            }
        }
        return format.toString();
    }

    @Override
    public String command(List<String> arguments, Bytes body) {
        String curl = "curl " + String.join(" ", arguments).replace(" --header ", " \\\n  --header ");
        if (body.isEmpty()) {
            return curl;
        }
        if (canBeArgument(body)) {
            return curl + " \\\n  --data-raw " + quoted(body.utf8());
        }
        return "base64 -d <<'END' | " + curl + " \\\n  --data-binary @-\n"
                + Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(body.array())
                + "\nEND";
    }

    private static boolean canBeArgument(Bytes body) {
        return body.size() <= LONGEST_ARGUMENT && body.utf8().indexOf(0) < 0 && Bytes.ofUtf8(body.utf8()).equals(body);
    }
}
