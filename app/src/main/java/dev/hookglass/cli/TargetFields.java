package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.target.Target;
import dev.hookglass.target.TargetHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a target carries. What is not given stays as it is. */
final class TargetFields {
    @Option(names = "--header", paramLabel = "H", description = "A header that everything sent there carries, Name: value. May be repeated; an empty one takes all away.")
    private @Nullable List<String> headers;

    @Option(names = "--secret-header-file", paramLabel = "F", description = "A file with headers whose values are secret, each in a line as Name: value.")
    private @Nullable Path secretHeaders;

    @Option(names = "--variable", paramLabel = "N=V", description = "A variable for requests that are composed, as {{target.N}}. May be repeated; an empty one takes all away.")
    private @Nullable List<String> variables;

    boolean areGiven() {
        return headers != null || secretHeaders != null || variables != null;
    }

    /** A target with what was given in place of what it had. */
    Target applyTo(Target before) throws Problem {
        Target target = before;
        if (headers != null) {
            List<TargetHeader> all = new ArrayList<>(read(headers, false));
            before.headers().stream().filter(TargetHeader::secret).forEach(all::add);
            target = target.withHeaders(headers.equals(List.of("")) ? List.of() : all);
        }
        if (secretHeaders != null) {
            List<TargetHeader> all = new ArrayList<>(
                    target.headers().stream().filter(header -> !header.secret()).toList());
            all.addAll(read(lines(secretHeaders), true));
            target = target.withHeaders(all);
        }
        return variables == null ? target : target.withVariables(read(variables));
    }

    private static List<TargetHeader> read(List<String> lines, boolean secret) throws Problem {
        List<TargetHeader> read = new ArrayList<>();
        for (String line : lines.stream().filter(line -> !line.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                // What is in a file is not repeated.
                throw new Problem(secret
                        ? "The file with secret headers has a line that is no header; write each as Name: value."
                        : "“" + line + "” is no header; write it as Name: value.");
            }
            read.add(new TargetHeader(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), secret));
        }
        return read;
    }

    private static List<String> lines(Path file) throws Problem {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read; check its name and permissions.", e);
        }
    }

    private static Map<String, String> read(List<String> assignments) throws Problem {
        Map<String, String> read = new TreeMap<>();
        for (String assignment : assignments.stream().filter(text -> !text.isEmpty()).toList()) {
            int equals = Optional.of(assignment.indexOf('=')).filter(at -> at > 0)
                    .orElseThrow(() -> new Problem("“" + assignment + "” is no variable; write it as name=value."));
            read.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return read;
    }
}
