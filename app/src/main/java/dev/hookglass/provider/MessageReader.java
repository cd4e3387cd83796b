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
    private final Map<JsonPointer, MessageText> texts = new LinkedHashMap<>();
    private final Map<JsonPointer, String> names = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final SchemaReader schemas = new SchemaReader();

    /**
     * Reads the messages of a document.
     *
     * @param type where the document says that its requests name their type; empty if it does not say it
     */
    MessageReader(Document document, List<Locator> type) throws Problem {
        this.top = document.top();
        for (Part channel : top.get("channels").properties()) {
            addChannel(channel.followed());
        }
        for (Part message : top.get("components").get("messages").properties()) {
            add(message, message.key());
        }
        List<Locator> places = type.isEmpty() ? TypePlaces.likely(texts.values(), schemas) : type;
        for (Map.Entry<JsonPointer, MessageText> text : texts.entrySet()) {
            messages.add(Message.read(String.valueOf(names.get(text.getKey())), text.getValue(), places, schemas));
        }
    }

    /** How many messages there are. */
    int count() {
        return messages.size();
    }

    /** Where the messages name their types, each place once; empty if none does. */
    List<Locator> places() {
        return messages.stream().flatMap(message -> message.place().stream()).distinct().toList();
    }

    /** The event types in the order of the file. */
    List<EventType> eventTypes() throws Problem {
        Map<String, Message> describing = new LinkedHashMap<>();
        for (Message message : messages) {
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
        if (texts.containsKey(place)) {
            return;
        }
        // What was referred to has a name of its own; what stands in place has that of its place.
        String fallback = place.equals(reference.at()) ? name : message.key();
        MessageText text = MessageText.of(message);
        texts.put(place, text);
        names.put(place, text.get("name").text(text.get("messageId").text(fallback)));
    }
}
