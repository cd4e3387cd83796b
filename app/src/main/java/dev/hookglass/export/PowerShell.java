package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import java.util.Base64;
import java.util.List;

/**
 * Commands for Windows PowerShell 5 and later. The body goes through a file, since PowerShell changes quotes and other
 * characters on their way into a program's arguments.
 */
final class PowerShell implements Shell {
    private static final String FILE = "$body = Join-Path ([IO.Path]::GetTempPath()) 'hookglass-body'\n";

    @Override
    public String argument(String latin1) {
        // Before PowerShell 7.3 a quote inside an argument is lost unless it has a backslash.
        return "'" + latin1.replace("'", "''").replace("\"", "\\\"") + "'";
    }

    @Override
    public String command(List<String> arguments, Bytes body) {
        String curl = "curl.exe " + String.join(" ", arguments).replace(" --header ", " `\n  --header ");
        if (body.isEmpty()) {
            return curl;
        }
        return FILE + "[IO.File]::WriteAllBytes($body, [Convert]::FromBase64String('"
                + Base64.getEncoder().encodeToString(body.array()) + "'))\n" + curl
                + " `\n  --data-binary \"@$body\"";
    }
}
