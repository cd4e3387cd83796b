package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import java.util.Base64;
import java.util.List;

/** Commands for the Windows command prompt, which takes 8,191 characters a line at most. */
final class CommandPrompt implements Shell {
    private static final int LONGEST_LINE = 8_000;
    private static final String FILE = "%TEMP%\\hookglass-body";

    @Override
    public String argument(String latin1) {
        // The program reads \" as a quote; the prompt itself reads every character behind a caret as it is.
        String forProgram = "\"" + latin1.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + "\"";
        return forProgram.replaceAll("([\"^&|<>()%!])", "^$1");
    }

    @Override
    public String command(List<String> arguments, Bytes body) {
        String curl = "curl " + String.join(" ", arguments);
        if (body.isEmpty()) {
            return curl;
        }
        String save = "powershell -NoProfile -Command \"[IO.File]::WriteAllBytes(\\\"" + FILE
                + "\\\", [Convert]::FromBase64String('" + Base64.getEncoder().encodeToString(body.array()) + "'))\"";
        String send = curl + " --data-binary \"@" + FILE + "\"";
        return save.length() > LONGEST_LINE
                ? "rem The body has " + body.size()
                        + " bytes, more than a line of the command prompt takes: save it as "
                        + FILE + " first.\n" + send
                : save + "\n" + send;
    }
}
