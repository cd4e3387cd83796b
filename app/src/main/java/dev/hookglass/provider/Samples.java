package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.Random;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Composes payloads as a provider would send them: from its examples, with other ids and times, or else from the schema.
 * The same seed gives the same bytes. Pure; any thread.
 */
public final class Samples {
    private static final Header JSON = new Header("Content-Type", "application/json");
    private Samples() {}

    /** A request body with one event, in a list of one where this provider sends lists. */
    public static Bytes body(Provider provider, EventType type, long seed) {
        return provider.batch().isPresent()
                ? batch(provider, type, 1, seed)
                : JsonText.write(payload(provider, type, seed), provider.style());
    }

    /**
     * A request body with a list of events, each another.
     *
     * @param provider one that sends batches
     * @param count at least 1, and at most what the provider puts into one request
     */
    public static Bytes batch(Provider provider, EventType type, int count, long seed) {
        Batch batch = provider.batch()
                .orElseThrow(() -> new IllegalArgumentException(provider.id() + " sends no lists"));
        if (count < 1 || count > batch.max()) {
            throw new IllegalArgumentException(count + " events are not 1 to " + batch.max());
        }
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            events.add(payload(provider, type, seed + i));
        }
        return JsonText.write(enclose(events, batch.items()), provider.style());
    }

    private static JsonNode enclose(JsonNode events, JsonPointer place) {
        JsonNode body = events;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.head()) {
            body = JsonNodeFactory.instance.objectNode().set(rest.last().getMatchingProperty(), body);
        }
        return body;
    }

    /** One event, valid against its type's schema. */
    public static JsonNode payload(Provider provider, EventType type, long seed) {
        // Neighbouring seeds give java.util.Random alike beginnings, so they are moved apart.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<JsonNode> examples = type.examples();
        if (!examples.isEmpty()) {
            JsonNode example = examples.get((int) Math.floorMod(seed, (long) examples.size()));
            return new Variation(random).of(example);
        }
        JsonNode payload = new SchemaSample(random).of(type.schema());
        writeType(provider, type, payload);
        return payload;
    }

    /** The headers that tell what the body of such an event is: the content type, and the event type where a header names it. */
    public static List<Header> headers(Provider provider, EventType type) {
        return Stream.concat(Stream.of(JSON), typeHeader(provider, type).stream()).toList();
    }

    private static Optional<Header> typeHeader(Provider provider, EventType type) {
        return provider.type()
                .stream()
                .limit(1)
                .filter(Locator.InHeader.class::isInstance)
                .map(locator -> new Header(((Locator.InHeader) locator).name(), type.name()))
                .findFirst();
    }

    private static void writeType(Provider provider, EventType type, JsonNode payload) {
        if (typeHeader(provider, type).isPresent() || !(payload instanceof ObjectNode)) {
            return;
        }
        List<TypeProperty> places = provider.type()
                .stream()
                .filter(Locator.InBody.class::isInstance)
                .map(locator -> new TypeProperty(((Locator.InBody) locator).pointer()))
                .filter(place -> !place.pointer().mayMatchElement())
                .toList();
        places.stream()
                .filter(place -> !place.names(type.schema()).isEmpty())
                .findFirst()
                .or(() -> places.stream().findFirst())
                .ifPresent(place -> place.write(payload, type.name()));
    }
}
