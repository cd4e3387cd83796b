package dev.hookglass.source;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that keeps the sources, their secrets by name only; only its owner can read it. */
final class SourcesFile {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    SourcesFile(Path file) {
        this.file = file;
    }

    /**
     * What the file holds.
     *
     * @param nextId the id for the next new source
     * @param sources those in use, in the order they were added, without the Inbox
     * @param removed names of sources that are no more, by id, so that their events still tell where they came from
     */
    record Content(int nextId, List<Source> sources, Map<Integer, String> removed) {
        Content {
            sources = List.copyOf(sources);
            removed = Map.copyOf(new TreeMap<>(removed));
        }
    }

    /** The content, or empty if there is no file yet. */
    Optional<Content> read() throws Problem {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), Content.class));
        } catch (JacksonException | NullPointerException e) {
            // The parser's own message may quote the file, and one from earlier versions holds secrets.
            throw new Problem("The sources in " + file + " cannot be read" + place(e)
                    + "; mend the file, or move it away to begin with new sources.");
        } catch (IOException e) {
            throw new Problem("The sources in " + file + " cannot be read; check the file's permissions.", e);
        }
    }

    private static String place(Exception e) {
        return e instanceof JacksonException json && json.getLocation() != null && json.getLocation().getLineNr() > 0
                ? " (line " + json.getLocation().getLineNr() + ")"
                : "";
    }

    void write(Content content) throws Problem {
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new Problem("The sources cannot be saved to " + file + " (" + e.getMessage()
                    + "); nothing was changed.", e);
        }
    }
}
