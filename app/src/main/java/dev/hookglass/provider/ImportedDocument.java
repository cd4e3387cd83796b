package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An AsyncAPI document on its way to become a provider file: as it was written, with an {@code x-webhook} block if it had
 * none. Nothing is written here.
 *
 * @param provider what it describes
 * @param content the provider file
 * @param isJson whether that is JSON, else it is YAML
 * @param channels how many channels it has
 * @param messages how many messages it has
 * @param notes sentences for whoever imports it
 */
public record ImportedDocument(Provider provider, Bytes content, boolean isJson, int channels, int messages,
        List<String> notes) {
    private static final String COMMENT = """

            # What AsyncAPI cannot say of a webhook, added when this document was imported into Hookglass.
            # Its README tells what may stand here.
            """;

    public ImportedDocument {
        notes = List.copyOf(notes);
    }

    /**
     * Reads a document, and passes over text that stands before it.
     *
     * @param file its name, for people; its ending tells YAML from JSON where the content does not
     * @throws Problem naming what is wrong in it, with line and column
     */
    public static ImportedDocument read(String file, Bytes content) throws Problem {
        Optional<Preface> preface = Preface.of(file, content);
        if (preface.isEmpty()) {
            return readWhole(file, content);
        }
        readWhole(file, preface.get().blanked());
        return readWhole(file, preface.get().document()).withNote(preface.get().note());
    }

    private ImportedDocument withNote(String note) {
        return new ImportedDocument(provider, content, isJson, channels, messages,
                Stream.concat(Stream.of(note), notes.stream()).toList());
    }

    private static ImportedDocument readWhole(String file, Bytes content) throws Problem {
        Document document = Document.read(file, content);
        ProviderFile.requireAsyncApi(document);
        refuseOtherFiles(document.top());
        MessageReader messages = ProviderFile.messages(document);
        Provider provider = ProviderFile.provider(document, messages);
        int channels = document.top().get("channels").properties().size();
        if (new WebhookBlock(document.top()).isPresent()) {
            return new ImportedDocument(provider, content, document.isJson(), channels, messages.count(), List.of());
        }
        Security security = Security.of(document.top());
        List<String> notes = new ArrayList<>(security.notes());
        if (messages.places().isEmpty()) {
            notes.add("No message says where a request names its event type; “type” in the x-webhook block can.");
        }
        Document whole = withBlock(document, block(provider, security));
        // What is written is what will be read.
        Provider again = ProviderFile.read(file, whole.content());
        return new ImportedDocument(again, whole.content(), whole.isJson(), channels, messages.count(),
                notes);
    }

    /** A reference out of the document would be a schema that accepts anything, without a word. */
    private static void refuseOtherFiles(Part part) throws Problem {
        Part reference = part.get("$ref");
        if (reference.node().isString() && !reference.node().stringValue().startsWith("#")) {
            throw reference
                    .problem("“" + reference.node().stringValue() + "” is outside this file, and nothing outside "
                            + "is read; put what it refers to under “components”, as “asyncapi bundle” does.");
        }
        for (Part property : part.properties()) {
            refuseOtherFiles(property);
        }
        if (part.node().isArray()) {
            for (Part item : part.items()) {
                refuseOtherFiles(item);
            }
        }
    }

    private static ObjectNode block(Provider provider, Security security) {
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("id", provider.id());
        block.set("signature", security.signature().node());
        provider.type().stream().map(ImportedDocument::written).forEach(block.putArray("type")::add);
        return block;
    }

    private static String written(Locator place) {
        return switch (place) {
            case Locator.InHeader header -> "header:" + header.name();
            case Locator.InQuery field -> "query:" + field.name();
            case Locator.InBody body -> body.pointer().toString();
        };
    }

    /** The document with the block behind all else, or written anew where its text has no place for that. */
    private static Document withBlock(Document document, ObjectNode block) throws Problem {
        ObjectNode wanted = (ObjectNode) document.root().deepCopy();
        wanted.set("x-webhook", block);
        String text = document.content().utf8();
        int end = text.lastIndexOf('}');
        String joined = text.stripLeading().startsWith("{") && end > 0
                ? text.substring(0, end).stripTrailing() + ",\n  \"x-webhook\": " + spaced(block) + "\n"
                        + text.substring(end)
                : text + (text.endsWith("\n") ? "" : "\n") + COMMENT + yaml(block);
        try {
            Document read = Document.read(document.file(), Bytes.ofUtf8(joined));
            if (read.root().equals(wanted)) {
                return read;
            }
        } catch (Problem noPlace) {
            // Such as behind the mark that ends a YAML document.
        }
        return Document.read("document.json",
                Bytes.ofUtf8(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(wanted)));
    }

    private static String yaml(ObjectNode block) {
        StringBuilder yaml = new StringBuilder("x-webhook:\n");
        block.properties().forEach(property -> yaml.append("  ").append(property.getKey()).append(": ")
                .append(spaced(property.getValue())).append('\n'));
        return yaml.toString();
    }

    private static String spaced(JsonNode node) {
        return JsonText.write(node, JsonStyle.SPACED).utf8();
    }
}
