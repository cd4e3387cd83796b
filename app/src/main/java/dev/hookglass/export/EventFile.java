package dev.hookglass.export;

import dev.hookglass.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of events: JSON lines as Hookglass writes them, or HAR. Which of the two is told by its content. */
public final class EventFile {
    /** Enough to see how the first object begins. */
    private static final int BEGINNING = 64 << 10;

    private EventFile() {}

    /** Takes the events of a file one by one. */
    @FunctionalInterface
    public interface Taker {
        void take(ImportedEvent event) throws Problem;
    }

    /**
     * Reads all events of a file in their order.
     *
     * @throws Problem if it is of neither kind, or damaged: with the line or entry and the reason; events before that place
     *     were taken
     */
    public static void read(Path file, Taker taker) throws Problem {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BEGINNING)) {
            in.mark(BEGINNING);
            String beginning = beginning(in);
            in.reset();
            if (JsonLinesReader.isOne(beginning)) {
                JsonLinesReader.read(in, taker);
            } else if (HarReader.isOne(beginning)) {
                HarReader.read(in, taker);
            } else {
                throw new Problem(file + " holds no events: neither JSON lines of Hookglass nor HAR.");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether a file begins as one of events does. */
    public static boolean isOne(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            String beginning = beginning(in);
            return JsonLinesReader.isOne(beginning) || HarReader.isOne(beginning);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String beginning(InputStream in) throws IOException {
        return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    }

    private static Problem unreadable(Path file, IOException e) {
        return new Problem(file + " cannot be read (" + e.getMessage() + ").", e);
    }
}
