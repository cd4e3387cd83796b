package dev.hookglass.provider;

import dev.hookglass.event.Answer;
import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Scheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of sender, as its provider file describes it. Event types, fields and headers that are not listed here are
 * normal: a sender may add them at any time.
 *
 * @param id the plain name used on the command line and in settings, such as {@code optimizely-cmp}
 * @param name the name for people
 * @param description one or two sentences about the sender
 * @param scheme how it proves that a request is its own
 * @param type where it puts the event type; tried in turn
 * @param key where it puts what makes two events the same one; all parts together make the key. Empty: the body's hash
 * @param acknowledgement what it takes for a delivery that succeeded
 * @param retry what it does after a failed delivery; empty where its documentation does not say
 * @param batch how it puts several events into one request; empty if it does not
 * @param secretRules what its secrets must look like
 * @param style how it writes JSON
 * @param handshakes the requests that it makes before it delivers
 * @param columns the values that are worth a column of their own
 * @param events its event types, in the order of its file
 */
public record Provider(String id, String name, String description, Scheme scheme, List<Locator> type,
        List<Locator> key, Acknowledgement acknowledgement, Optional<Retry> retry, Optional<Batch> batch,
        SecretRules secretRules, JsonStyle style, List<Handshake> handshakes,
        List<ValueColumn> columns, List<EventType> events) {
    public Provider {
        type = List.copyOf(type);
        key = List.copyOf(key);
        handshakes = List.copyOf(handshakes);
        columns = List.copyOf(columns);
        events = List.copyOf(events);
    }

    /** A provider that writes compact JSON and makes no handshake, as most do. */
    public Provider(String id, String name, String description, Scheme scheme, List<Locator> type, List<Locator> key,
            Acknowledgement acknowledgement, Optional<Retry> retry, Optional<Batch> batch, SecretRules secretRules,
            List<EventType> events) {
        this(id, name, description, scheme, type, key, acknowledgement, retry, batch, secretRules, JsonStyle.COMPACT,
                List.of(), List.of(), events);
    }

    /** The handshake that a request is, if it is one. */
    public Optional<Handshake> handshake(RequestHead head, JsonNode body) {
        return handshakes.stream().filter(handshake -> handshake.isMadeBy(head, body)).findFirst();
    }

    /** The event type of that name or alias, if the provider's file has it. */
    public Optional<EventType> event(String typeName) {
        return events.stream().filter(event -> event.isNamed(typeName)).findFirst();
    }

    /** The schema of a request's body with such events: that of one event, or of a list of them where this provider sends lists. */
    public JsonNode bodySchema(EventType event) {
        if (batch.isEmpty()) {
            return event.schema();
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode body = nodes.objectNode().put("type", "array").put("maxItems", batch.get().max());
        body.set("items", event.schema());
        for (JsonPointer rest = batch.get().items(); !rest.matches(); rest = rest.head()) {
            String name = rest.last().getMatchingProperty();
            ObjectNode outer = nodes.objectNode().put("type", "object").put("additionalProperties", true);
            outer.putArray("required").add(name);
            outer.putObject("properties").set(name, body);
            body = outer;
        }
        return body;
    }

    /** Where one event of several in a body names its type, each to be tried in turn. */
    public List<JsonPointer> itemTypes() {
        return type.stream()
                .flatMap(locator -> locator instanceof Locator.InBody(JsonPointer pointer)
                        ? Stream.of(batch.map(list -> list.within(pointer)).orElse(pointer))
                        : Stream.empty())
                .distinct()
                .toList();
    }

    /** The type of one event of several in a body, if it names one. */
    public Optional<String> itemType(JsonNode item) {
        return itemTypes().stream().map(item::at).filter(JsonNode::isString).map(JsonNode::stringValue).findFirst();
    }

    /**
     * Whether this provider takes an event for delivered that was answered so; empty while it is not answered, and where the
     * documentation says neither how long the provider waits nor that it tries again, so that its statuses are a guess.
     */
    public Optional<Boolean> isDelivered(Answer answer) {
        if (answer.after().isEmpty() || answer.outcome() == Answer.Outcome.ELSEWHERE) {
            return Optional.empty();
        }
        if (answer.outcome() != Answer.Outcome.ANSWERED) {
            return Optional.of(false);
        }
        return acknowledgement.within().isEmpty() && retry.isEmpty()
                ? Optional.empty()
                : Optional.of(acknowledgement.accepts(answer.status(), answer.after().get()));
    }

    /** Why a secret cannot be one of this provider's, in words that do not repeat it; empty if it can. */
    public Optional<String> objection(String secretText) {
        return secretRules.objection(secretText).or(() -> scheme.objection(secretText));
    }
}
