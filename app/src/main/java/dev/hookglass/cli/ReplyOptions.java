package dev.hookglass.cli;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a source answers. What is not given stays as it is. */
final class ReplyOptions {
    private static final String AS_OTHERS = "same";

    @Option(names = "--reply", paramLabel = "SPEC", description = "What to answer: a status such as 503; expected, for the one that the provider takes; drop, to close the"
            + " connection; never. A delay follows an @, a number of times an x, and the next answer a comma, as in"
            + " 503x2,200@5s; the last goes on.")
    private @Nullable String reply;

    @Option(names = "--when-bad", paramLabel = "SPEC", description = "What to answer to requests that are invalid, stale, missing or malformed, such as 401; same, for what the"
            + " others get.")
    private @Nullable String whenBad;

    @Option(names = "--reply-header", paramLabel = "H", description = "A header of the reply, Name: value. May be repeated; an empty one takes all away.")
    private @Nullable List<String> headers;

    @Option(names = "--reply-body", paramLabel = "TEXT", description = "The body of the reply.")
    private @Nullable String body;

    @Option(names = "--reply-body-file", paramLabel = "F", description = "A file with the body of the reply, in UTF-8.")
    private @Nullable Path bodyFile;

    boolean areGiven() {
        return reply != null || whenBad != null || headers != null || body != null || bodyFile != null;
    }

    /** A rule with what was given in place of what it had. */
    ReplyRule applyTo(ReplyRule before) throws Problem {
        ReplyRule rule = before;
        if (reply != null) {
            rule = rule.withAnswer(ReplySequence.parse(reply));
        }
        if (whenBad != null) {
            rule = rule.withWhenBad(whenBad.equals(AS_OTHERS)
                    ? Optional.empty()
                    : Optional.of(ReplySequence.parse(whenBad)));
        }
        if (headers != null) {
            rule = rule.withHeaders(read(headers));
        }
        if (body != null) {
            rule = rule.withBody(body);
        }
        return bodyFile == null ? rule : rule.withBody(read(bodyFile));
    }

    private static List<Header> read(List<String> lines) throws Problem {
        List<Header> headers = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0 && !line.isEmpty()) {
                throw new Problem("“" + line + "” is no header; write it as Name: value.");
            }
            if (colon >= 0) {
                headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private static String read(Path file) throws Problem {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new Problem("The file " + file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read; check its name and permissions.", e);
        }
    }
}
