package dev.hookglass.target;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.hookglass.folder.OwnerOnly;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that keeps the targets, values of headers included; only its owner can read it. */
final class TargetsFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(found -> found.withIsGetterVisibility(Visibility.NONE))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    TargetsFile(Path file) {
        this.file = file;
    }

    /**
     * What the file holds.
     *
     * @param nextId the id for the next new target
     * @param targets in the order they were added
     * @param allowedHosts hosts on the internet that a person has allowed besides those of the targets
     * @param pins SHA-256 of accepted certificates, by {@code host:port}
     */
    record Content(int nextId, List<Target> targets, Set<String> allowedHosts, Map<String, String> pins) {
        static final Content NONE = new Content(1, List.of(), Set.of(), Map.of());

        Content(int nextId, @Nullable List<Target> targets, @Nullable Set<String> allowedHosts,
                @Nullable Map<String, String> pins) {
            this.nextId = nextId;
            this.targets = List.copyOf(Objects.requireNonNullElse(targets, List.of()));
            this.allowedHosts = Set.copyOf(new TreeSet<>(Objects.requireNonNullElse(allowedHosts, Set.of())));
            this.pins = Map.copyOf(new TreeMap<>(Objects.requireNonNullElse(pins, Map.of())));
        }

        Content withTargets(List<Target> newTargets) {
            return new Content(nextId, newTargets, allowedHosts, pins);
        }
    }

    Content read() throws Problem {
        if (!Files.exists(file)) {
            return Content.NONE;
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Content.class);
        } catch (JacksonException | NullPointerException quotesTheFile) {
            throw new Problem("The targets in " + file
                    + " cannot be read; mend the file, or move it away to begin without targets.");
        } catch (IOException e) {
            throw new Problem("The targets in " + file + " cannot be read; check the file's permissions.", e);
        }
    }

    void write(Content content) throws Problem {
        try {
            OwnerOnly.write(file, MAPPER.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new Problem(
                    "The targets cannot be saved to " + file + " (" + e.getMessage() + "); nothing was changed.", e);
        }
    }
}
