package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * One YAML or JSON document in memory, and the places its parts stand at.
 *
 * @param file its name, for people
 * @param content its bytes
 * @param root what it says
 */
record Document(String file, Bytes content, JsonNode root) {
    private static final int MAX_BYTES = 4 << 20;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxTokenCount(1_000_000)
            .maxStringLength(1 << 20)
            .maxNameLength(1_000)
            .maxNumberLength(100)
            .build();

    /** Reads a document of at most 4 MiB. JSON is told from YAML by its first character. */
    static Document read(String file, Bytes content) throws Problem {
        if (content.size() > MAX_BYTES) {
            throw new Problem(file + " is larger than 4 MiB; leave out what the events do not need.");
        }
        try (JsonParser parser = parser(file, content)) {
            return new Document(file, content, new TreeReader(parser).read());
        } catch (JacksonException e) {
            throw new Problem(place(file, e.getLocation()) + firstSentence(e.getOriginalMessage()), e);
        } catch (YamlEngineException e) {
            throw new Problem(file + ": " + firstSentence(String.valueOf(e.getMessage())), e);
        }
    }

    private static JsonParser parser(String file, Bytes content) {
        TokenStreamFactory factory = isJson(file, content)
                ? JsonFactory.builder()
                        .streamReadConstraints(LIMITS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                : YAMLFactory.builder()
                        .loadSettings(LoadSettings.builder().setCodePointLimit(MAX_BYTES).build())
                        .streamReadConstraints(LIMITS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
        return factory.createParser(ObjectReadContext.empty(), content.array());
    }

    private static boolean isJson(String file, Bytes content) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return false;
        }
        for (byte b : content.array()) {
            if (b == '{' || b == '[') {
                return true;
            }
            // White space or a byte order mark may come first.
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    private static String place(String file, @Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? file + ": "
                : file + ", line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private static String firstSentence(String message) {
        // YAML's messages tell what was being read, the place, what was expected, and the place again.
        String text = message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .limit(2)
                .collect(Collectors.joining(", "));
        return text.endsWith(".") ? text : text + ".";
    }

    /** Whether it is written in JSON, else it is YAML. */
    boolean isJson() {
        return isJson(file, content);
    }

    /** The whole document. */
    Part top() {
        return Part.at(this, JsonPointer.empty());
    }

    /** What is wrong with the part at that place. */
    Problem problem(JsonPointer at, String reason) {
        JsonPointer there = at;
        while (root.at(there).isMissingNode() && !there.matches()) {
            // What is missing is told at the line of what should have it.
            there = there.head();
        }
        TokenStreamLocation found = null;
        // What an alias stands for is told at the line of the alias.
        while (found == null && !there.matches()) {
            found = location(there);
            there = there.head();
        }
        return new Problem(place(file, found) + reason);
    }

    /** Where a part stands. Reads the document again: a failure is rare, and then this costs nothing else. */
    private @Nullable TokenStreamLocation location(JsonPointer at) {
        try (JsonParser parser = parser(file, content)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().equals(at)) {
                    return parser.currentTokenLocation();
                }
            }
            return null;
        }
    }
}
