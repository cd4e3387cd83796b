package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hookglass.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command did that was given to this process. */
record Run(int exit, Bytes bytes, String err) {
    /** Runs one; there is no window to open. */
    static Run of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandLineInterface.run(arguments, (_, _) -> {}, out, err);
        return new Run(exit, Bytes.wrap(out.toByteArray()), err.toString(UTF_8));
    }

    String out() {
        return bytes.utf8();
    }

    List<JsonNode> json() {
        return out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }
}
