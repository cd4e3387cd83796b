package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An AsyncAPI message. One message may describe several event types: its payload's type property then lists them all.
 *
 * @param name what the document calls it
 * @param part where it stands
 * @param aliases other spellings of its event type
 * @param schema its payload's schema, references written out
 * @param property where the payload names its type; empty if the schema lists no types
 * @param types the event types it describes
 */
record Message(String name, Part part, List<String> aliases, JsonNode schema, Optional<TypeProperty> property,
        List<String> types) {
    static Message read(String name, Part part, List<TypeProperty> properties, SchemaReader schemas) throws Problem {
        List<String> aliases = part.get("x-webhook").get("aliases").texts();
        part.get("x-webhook").allow(List.of("aliases"));
        JsonNode schema = schemas.payload(part);
        for (TypeProperty property : properties) {
            Set<String> listed = new LinkedHashSet<>(property.names(schema));
            aliases.forEach(listed::remove);
            if (!listed.isEmpty()) {
                return new Message(name, part, aliases, schema, Optional.of(property), List.copyOf(listed));
            }
        }
        return new Message(name, part, aliases, schema, Optional.empty(), List.of(name));
    }

    /** Whether this message, of all that list the type, is the one that is about it. */
    boolean isAbout(String type) {
        return types.size() == 1 || name.equals(type) || Words.letters(name).equals(Words.letters(type));
    }

    /** The event type, described by what this message says of it. */
    EventType eventType(String type) throws Problem {
        boolean about = isAbout(type);
        List<String> otherNames = about ? aliases : List.of();
        List<String> names = new ArrayList<>(otherNames);
        names.addFirst(type);
        JsonNode narrowed = schema.deepCopy();
        property.ifPresent(place -> place.narrow(narrowed, names));
        String title = about ? part.get("title").text(Words.sentence(type)) : Words.sentence(type);
        String summary = about ? part.get("summary").text(part.get("description").text("")) : "";
        return new EventType(type, otherNames, title, summary.strip(), narrowed, examples(type, names));
    }

    private List<JsonNode> examples(String type, List<String> names) {
        List<JsonNode> examples = part.get("examples").items().stream()
                .map(example -> example.node().path("payload"))
                .filter(payload -> !payload.isMissingNode())
                .filter(payload -> property.flatMap(place -> place.in(payload)).map(names::contains).orElse(true))
                .toList();
        return examples.isEmpty() ? schemaExamples(type) : examples;
    }

    /** A schema shared by several types has examples of one of them, which serve the others under their own names. */
    private List<JsonNode> schemaExamples(String type) {
        List<JsonNode> examples = new ArrayList<>();
        schema.path("examples").forEach(example -> examples.add(example.deepCopy()));
        if (schema.has("example")) {
            examples.add(schema.path("example").deepCopy());
        }
        property.ifPresent(place -> examples.forEach(example -> place.write(example, type)));
        return examples;
    }
}
