package dev.hookglass.provider;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One kind of event that a provider sends.
 *
 * @param name what the provider calls it, as it stands in requests
 * @param aliases other spellings that its documentation or older versions use
 * @param title a short name for people
 * @param summary when it is sent; may be empty
 * @param schema the JSON schema of one event's payload, references resolved; an empty object where none is known
 * @param examples payloads of one event; may be empty
 */
public record EventType(String name, List<String> aliases, String title, String summary, JsonNode schema,
        List<JsonNode> examples) {
    public EventType {
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
    }

    boolean isNamed(String typeName) {
        return name.equals(typeName) || aliases.contains(typeName);
    }
}
