package dev.hookglass.provider;

import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Finds the messages of an AsyncAPI document, those of its channels first, and the event types they describe. */
final class MessageReader {
    private final Part top;
    private final Map<JsonPointer, Message> messages = new LinkedHashMap<>();
    private final List<TypeProperty> properties;
    private final SchemaReader schemas = new SchemaReader();

    MessageReader(Document document, List<Locator> type) {
        this.top = document.top();
        this.properties = type.stream()
                .filter(Locator.InBody.class::isInstance)
                .map(locator -> new TypeProperty(((Locator.InBody) locator).pointer()))
                .toList();
    }

    /** The event types in the order of the file. */
    List<EventType> eventTypes() throws Problem {
        for (Part channel : top.get("channels").properties()) {
            addChannel(channel.followed());
        }
        for (Part message : top.get("components").get("messages").properties()) {
            add(message, message.key());
        }
        Map<String, Message> describing = new LinkedHashMap<>();
        for (Message message : messages.values()) {
            for (String type : message.types()) {
                Message other = describing.get(type);
                if (other == null || message.isAbout(type) && !other.isAbout(type)) {
                    describing.put(type, message);
                }
            }
        }
        List<EventType> types = new ArrayList<>();
        for (Map.Entry<String, Message> entry : describing.entrySet()) {
            types.add(entry.getValue().eventType(entry.getKey()));
        }
        return types;
    }

    private void addChannel(Part channel) throws Problem {
        for (String action : new String[]{"publish", "subscribe"}) {
            Part operation = channel.get(action);
            addOneOf(operation.get("message"), operation.get("operationId").text(channel.key()));
        }
        for (Part message : channel.get("messages").properties()) {
            add(message, message.key());
        }
    }

    private void addOneOf(Part message, String name) throws Problem {
        Part followed = message.isPresent() ? message.followed() : message;
        if (followed.get("oneOf").isPresent()) {
            for (Part one : followed.get("oneOf").items()) {
                add(one, name);
            }
        } else if (followed.isPresent()) {
            add(message, name);
        }
    }

    private void add(Part reference, String name) throws Problem {
        Part message = reference.followed();
        JsonPointer place = message.at();
        if (messages.containsKey(place)) {
            return;
        }
        // What was referred to has a name of its own; what stands in place has that of its place.
        String fallback = place.equals(reference.at()) ? name : message.key();
        String messageName = message.get("name").text(message.get("messageId").text(fallback));
        messages.put(place, Message.read(messageName, message, properties, schemas));
    }
}
