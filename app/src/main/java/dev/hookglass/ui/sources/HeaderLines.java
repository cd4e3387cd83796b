package dev.hookglass.ui.sources;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Headers as a person writes them, one in a line. */
final class HeaderLines {
    private HeaderLines() {}

    static String write(List<Header> headers) {
        return headers.stream().map(header -> header.name() + ": " + header.value()).collect(Collectors.joining("\n"));
    }

    static List<Header> read(String lines) throws Problem {
        List<Header> headers = new ArrayList<>();
        for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new Problem(text("reply.headers.wrong", line.strip()));
            }
            headers.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        return headers;
    }
}
