package dev.hookglass.provider;

import dev.hookglass.event.RequestHead;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where a provider puts a value such as the event type: in a header or in the JSON body. */
public sealed interface Locator {
    /** The value of a header: written {@code header:X-GitHub-Event} in provider files. */
    record InHeader(String name) implements Locator {}

    /** A scalar in the JSON body: written as a JSON pointer (RFC 6901), {@code /event_name}. */
    record InBody(JsonPointer pointer) implements Locator {}

    /** The header that holds the value; empty where it stands in the body. */
    default Optional<String> headerName() {
        return this instanceof InHeader header ? Optional.of(header.name()) : Optional.empty();
    }

    /** The value, if the request has it as a non-empty text, number or boolean. */
    default Optional<String> find(RequestHead head, JsonNode body) {
        return switch (this) {
            case InHeader header -> head.first(header.name()).filter(value -> !value.isEmpty());
            case InBody field -> Optional.of(body.at(field.pointer()))
                    .filter(JsonNode::isValueNode)
                    .filter(node -> !node.isNull())
                    .map(JsonNode::asString)
                    .filter(value -> !value.isEmpty());
        };
    }

    /** The value by the first of several locators that finds one. */
    static Optional<String> findFirst(List<Locator> locators, RequestHead head, JsonNode body) {
        return locators.stream().flatMap(locator -> locator.find(head, body).stream()).findFirst();
    }
}
