package dev.hookglass.provider;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * In what a request body differs from the schemas of its provider, event by event where it carries several.
 *
 * @param known the types that were compared
 * @param unknown the types of which the provider's file has no schema
 * @param differences at most some hundreds, in the order of the body
 */
public record SchemaReport(Set<String> known, Set<String> unknown, List<SchemaDifference> differences) {
    private static final int MOST_ITEMS = 1_000;

    /**
     * Compares. Takes time with the size of the body: not for the FX thread.
     *
     * @param type what the event is called; empty where that was not found
     */
    public static SchemaReport of(Provider provider, Optional<String> type, JsonNode body) {
        SchemaReport report = new SchemaReport(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        Optional<JsonNode> items = provider.batch().map(batch -> body.at(batch.items())).filter(JsonNode::isArray);
        if (items.isEmpty()) {
            report.add(provider, type, body, "");
            return report;
        }
        String place = provider.batch().orElseThrow().items().toString();
        for (int i = 0; i < Math.min(items.get().size(), MOST_ITEMS); i++) {
            JsonNode item = items.get().get(i);
            report.add(provider, provider.itemType(item).or(() -> type), item, place + "/" + i);
        }
        return report;
    }

    private void add(Provider provider, Optional<String> type, JsonNode payload, String pointer) {
        Optional<EventType> event = type.flatMap(provider::event).filter(found -> !found.schema().isEmpty());
        if (event.isEmpty()) {
            type.ifPresent(unknown::add);
            return;
        }
        known.add(event.get().name());
        if (differences.size() < SchemaComparison.MOST) {
            differences.addAll(SchemaComparison.of(event.get().schema(), payload, pointer));
        }
    }
}
