package dev.hookglass.source;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Secret;
import java.util.List;

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
 * @param reply how its requests are answered
 */
public record Source(int id, String name, String provider, String path, List<Secret> secrets, String publicUrl,
        ReplyRule reply) {
    /** The built-in source for everything that no other source claims. */
    public static final Source INBOX = draft("Inbox", "generic", "/");

    public Source {
        secrets = List.copyOf(secrets);
    }

    /** A source that is not saved yet: without an id, and with everything else as it usually is. */
    public static Source draft(String name, String provider, String path) {
        return new Source(0, name, provider, path, List.of(), "", ReplyRule.EXPECTED);
    }

    public Source withId(int newId) {
        return new Source(newId, name, provider, path, secrets, publicUrl, reply);
    }

    public Source withName(String newName) {
        return new Source(id, newName, provider, path, secrets, publicUrl, reply);
    }

    public Source withPath(String newPath) {
        return new Source(id, name, provider, newPath, secrets, publicUrl, reply);
    }

    public Source withSecrets(List<Secret> newSecrets) {
        return new Source(id, name, provider, path, newSecrets, publicUrl, reply);
    }

    public Source withPublicUrl(String newPublicUrl) {
        return new Source(id, name, provider, path, secrets, newPublicUrl, reply);
    }

    public Source withReply(ReplyRule newReply) {
        return new Source(id, name, provider, path, secrets, publicUrl, newReply);
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
