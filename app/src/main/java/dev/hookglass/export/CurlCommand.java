package dev.hookglass.export;

import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An event as a {@code curl} command that sends the same request, as near as curl can. */
final class CurlCommand {
    /** Curl sets these by itself, by the connection and the body. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("content-length", "transfer-encoding", "connection",
            "host", "expect");
    /** Curl adds these unless it is told not to. */
    private static final List<String> ADDED = List.of("User-Agent", "Accept", "Content-Type", "Expect");

    private final Shell shell;

    CurlCommand(Shell shell) {
        this.shell = shell;
    }

    String of(ExportedEvent event) {
        RequestHead head = event.head();
        List<String> arguments = new ArrayList<>();
        // Without these curl would tidy the path, and read brackets and braces in it as ranges.
        arguments.addAll(List.of("--path-as-is", "--globoff"));
        arguments.addAll(head.method().equals("HEAD")
                ? List.of("--head")
                : List.of("--request", shell.argument(head.method())));
        arguments.add(shell.argument(event.url()));
        for (Header header : head.headers()) {
            if (!OF_THE_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT))) {
                // Curl takes “Name;” for a header without a value, and “Name:” for one not to send.
                arguments.add("--header");
                arguments.add(shell.argument(header.value().isEmpty()
                        ? header.name() + ";"
                        : header.name() + ": " + header.value()));
            }
        }
        if (event.body().isEmpty() && head.first("Content-Length").isPresent()) {
            // Without a body curl says nothing of a length, and not every server takes a POST without one.
            arguments.add("--header");
            arguments.add(shell.argument("Content-Length: 0"));
        }
        for (String name : ADDED) {
            if (head.first(name).isEmpty() || name.equals("Expect")) {
                arguments.add("--header");
                arguments.add(shell.argument(name + ":"));
            }
        }
        return shell.command(arguments, event.body());
    }
}
