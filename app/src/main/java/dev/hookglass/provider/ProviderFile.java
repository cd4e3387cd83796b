package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import dev.hookglass.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a provider file: an AsyncAPI document, version 2 or 3, in YAML or JSON, with or without the {@code x-webhook}
 * block. Nothing outside the file is read, whatever it refers to.
 */
public final class ProviderFile {
    private static final long MAX_BYTES = 4 << 20;

    private ProviderFile() {}

    /** Reads a file. The problem names the file, the line if it is known, and what is wrong there. Does I/O. */
    public static Provider read(Path file) throws Problem {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Problem(name + " is larger than 4 MiB; leave out what the events do not need.");
            }
            return read(name, Bytes.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Problem(file + " cannot be read; check that it is there and that you may read it.", e);
        }
    }

    /**
     * Reads a file's content.
     *
     * @param name what problems call the file; its ending tells YAML from JSON where the content does not
     */
    public static Provider read(String name, Bytes content) throws Problem {
        Document document = Document.read(name, content);
        requireAsyncApi(document);
        return provider(document, messages(document));
    }

    /** The messages of an AsyncAPI document. */
    static MessageReader messages(Document document) throws Problem {
        return new MessageReader(document, new WebhookBlock(document.top()).type());
    }

    static Provider provider(Document document, MessageReader messages) throws Problem {
        Part top = document.top();
        WebhookBlock block = new WebhookBlock(top);
        List<Locator> told = block.type();
        List<Locator> type = told.isEmpty() ? messages.places() : told;
        String id = block.id();
        return new Provider(id, top.get("info").get("title").text(id),
                top.get("info").get("description").text("").strip(),
                block.scheme(), type.isEmpty() ? Locators.COMMON_TYPE : type, block.key(), block.acknowledgement(),
                block.retry(), block.batch(), block.secretRules(), block.style(), block.handshakes(), block.columns(),
                messages.eventTypes());
    }

    static void requireAsyncApi(Document document) throws Problem {
        Part version = document.top().get("asyncapi");
        if (!version.isPresent()) {
            throw new Problem(
                    document.file() + " is not an AsyncAPI document: it does not begin with “asyncapi: 3.0.0”.");
        }
        if (!version.text("").matches("[23]\\..*")) {
            throw version.problem("AsyncAPI " + version.text("") + " is not read; versions 2 and 3 are.");
        }
    }
}
