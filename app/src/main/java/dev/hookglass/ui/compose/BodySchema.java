package dev.hookglass.ui.compose;

import dev.hookglass.payload.SchemaCheck;
import dev.hookglass.payload.SchemaTree;
import dev.hookglass.provider.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is known of the bodies of an event type. Any thread. */
final class BodySchema {
    private final JsonNode schema;
    private final SchemaTree tree;
    private @Nullable SchemaCheck check;

    private BodySchema(JsonNode schema) {
        this.schema = schema;
        tree = new SchemaTree(schema);
    }

    /** Empty where the provider's file says nothing of such bodies. */
    static Optional<BodySchema> of(Provider provider, String typeName) {
        return provider.event(typeName)
                .filter(type -> !type.schema().isEmpty())
                .map(type -> new BodySchema(provider.bodySchema(type)));
    }

    SchemaTree tree() {
        return tree;
    }

    /** Made when it is first asked for, which takes its time: not for the FX thread. */
    synchronized SchemaCheck check() {
        SchemaCheck made = check == null ? new SchemaCheck(schema) : check;
        check = made;
        return made;
    }
}
