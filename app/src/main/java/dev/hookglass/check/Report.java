package dev.hookglass.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A check that is done, to be kept as a file.
 *
 * @param provider its name
 * @param target the endpoint's URL
 * @param at when it began
 */
public record Report(Check check, String provider, String target, Instant at) {
    /** Writes it as a page for people. */
    public void writeHtml(Path file) throws Problem {
        write(file, out -> out.write(HtmlReport.of(check, provider, target, at).getBytes(UTF_8)));
    }

    /** Writes it as the XML that build servers read as test results. */
    public void writeJunit(Path file) throws Problem {
        write(file, out -> JunitReport.write(check, target, out));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void write(Path file, Writing writing) throws Problem {
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
        } catch (IOException e) {
            throw new Problem("The report could not be written (" + e.getMessage() + ").", e);
        }
    }
}
