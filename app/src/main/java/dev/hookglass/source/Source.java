package dev.hookglass.source;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One configured sender.
 *
 * @param id never changes and is never used again; stored events refer to it
 * @param name what people call it; unique without regard to case
 * @param provider the id of its provider
 * @param path requests to this path and below it are its events; begins with a slash and, unless it is the root, does not
 *     end with one
 * @param secrets any of them that was valid when a request came may match
 * @param publicUrl where the sender sends to, if that is a tunnel or proxy in front; empty if not set
 * @param reply how its requests are answered
 * @param tolerance how old a signature may be, where the provider sends a time; empty for what the provider accepts
 * @param forward where its events are passed on to; empty for nowhere
 */
public record Source(int id, String name, String provider, String path, List<Secret> secrets, String publicUrl,
        ReplyRule reply, Optional<Duration> tolerance, Optional<Forward> forward) {
    /** The built-in source for everything that no other source claims. */
    public static final Source INBOX = draft("Inbox", "generic", "/");

    public Source {
        secrets = List.copyOf(secrets);
    }

    /** A source that is not saved yet: without an id, and with everything else as it usually is. */
    public static Source draft(String name, String provider, String path) {
        return new Source(0, name, provider, path, List.of(), "", ReplyRule.EXPECTED, Optional.empty(),
                Optional.empty());
    }

    public Source withId(int newId) {
        return new Source(newId, name, provider, path, secrets, publicUrl, reply, tolerance, forward);
    }

    public Source withName(String newName) {
        return new Source(id, newName, provider, path, secrets, publicUrl, reply, tolerance, forward);
    }

    public Source withPath(String newPath) {
        return new Source(id, name, provider, newPath, secrets, publicUrl, reply, tolerance, forward);
    }

    public Source withSecrets(List<Secret> newSecrets) {
        return new Source(id, name, provider, path, newSecrets, publicUrl, reply, tolerance, forward);
    }

    public Source withPublicUrl(String newPublicUrl) {
        return new Source(id, name, provider, path, secrets, newPublicUrl, reply, tolerance, forward);
    }

    public Source withReply(ReplyRule newReply) {
        return new Source(id, name, provider, path, secrets, publicUrl, newReply, tolerance, forward);
    }

    public Source withTolerance(Optional<Duration> newTolerance) {
        return new Source(id, name, provider, path, secrets, publicUrl, reply, newTolerance, forward);
    }

    public Source withForward(Optional<Forward> newForward) {
        return new Source(id, name, provider, path, secrets, publicUrl, reply, tolerance, newForward);
    }

    /** Whether another form of this source judges a request alike: nothing that verdicts depend on differs. */
    public boolean judgesAs(Source other) {
        return provider.equals(other.provider) && secrets.equals(other.secrets) && publicUrl.equals(other.publicUrl)
                && tolerance.equals(other.tolerance);
    }

    /** The secrets that may be signed with at a time: those that have the scheme's form and are valid then. */
    public List<Secret> signingSecrets(Scheme scheme, Instant time) {
        return secrets.stream()
                .filter(secret -> secret.isReadable() && scheme.fits(secret) && secret.isValidAt(time))
                .toList();
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
