package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An AsyncAPI message. One message may describe several event types: its payload's type property then lists them all.
 *
 * @param name what the document calls it
 * @param said what it says
 * @param aliases other spellings of its event type
 * @param schema its payload's schema, references written out
 * @param place where its requests name their type; empty if it lists no types
 * @param types the event types it describes
 */
record Message(String name, MessageText said, List<String> aliases, JsonNode schema, Optional<Locator> place,
        List<String> types) {
    static Message read(String name, MessageText said, List<Locator> places, SchemaReader schemas) throws Problem {
        Part webhook = said.get("x-webhook");
        List<String> aliases = webhook.get("aliases").texts();
        webhook.allow(List.of("aliases"));
        JsonNode schema = schemas.payload(said);
        List<JsonNode> headers = schemas.headers(said);
        for (Locator place : places) {
            Set<String> listed = TypePlaces.listed(place, schema, headers);
            aliases.forEach(listed::remove);
            if (!listed.isEmpty()) {
                return new Message(name, said, aliases, schema, Optional.of(place), List.copyOf(listed));
            }
        }
        return new Message(name, said, aliases, schema, Optional.empty(), List.of(name));
    }

    /** Where the payload names its type. */
    private Optional<TypeProperty> property() {
        return place.filter(Locator.InBody.class::isInstance)
                .map(body -> new TypeProperty(((Locator.InBody) body).pointer()));
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
        property().ifPresent(property -> property.narrow(narrowed, names));
        String title = about ? said.get("title").text(Words.sentence(type)) : Words.sentence(type);
        String summary = about ? said.get("summary").text(said.get("description").text("")) : "";
        return new EventType(type, otherNames, title, summary.strip(), narrowed, examples(type, names));
    }

    private List<JsonNode> examples(String type, List<String> names) {
        List<JsonNode> examples = said.all("examples").stream()
                .flatMap(list -> list.items().stream())
                .map(example -> example.node().path("payload"))
                .filter(payload -> !payload.isMissingNode())
                .filter(payload -> property().flatMap(property -> property.in(payload)).map(names::contains)
                        .orElse(true))
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
        property().ifPresent(property -> examples.forEach(example -> property.write(example, type)));
        return examples;
    }
}
