package dev.hookglass.source;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Secret;
import java.util.List;
import java.util.OptionalInt;

/**
 * One configured sender.
 *
 * @param id never changes and is never used again; stored events refer to it
 * @param name what people call it; unique without regard to case
 * @param provider the id of its provider
 * @param path requests to this path and below it are its events; begins with a slash and, unless it is the root, does not
 *     end with one
 * @param secrets any of them may match
 * @param publicUrl where the sender sends to, if that is a tunnel or proxy in front; empty if not set
 * @param status the status to answer; empty for the one that the provider acknowledges
 */
public record Source(int id, String name, String provider, String path, List<Secret> secrets, String publicUrl,
        OptionalInt status) {
    /** The built-in source for everything that no other source claims. */
    public static final Source INBOX = new Source(0, "Inbox", "generic", "/", List.of(), "", OptionalInt.empty());

    public Source {
        secrets = List.copyOf(secrets);
    }

    public boolean isInbox() {
        return id == INBOX.id;
    }

    /** Whether a request to this target belongs here: its path is the source's path or lies below it. */
    boolean claims(String target) {
        String requested = RequestHead.pathOf(target);
        return path.equals("/") || requested.equals(path) || requested.startsWith(path + "/");
    }
}
