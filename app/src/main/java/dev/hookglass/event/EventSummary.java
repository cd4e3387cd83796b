package dev.hookglass.event;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table row shows of a stored event: everything but its head and body.
 *
 * @param id rises with the order of storing, without gaps that mean anything
 * @param receivedAt when its last byte had arrived, to the microsecond
 * @param sourceId the source it belongs to
 * @param provider the id of the source's provider when it was received
 * @param method the request method as sent
 * @param target the request target as it is read, {@link RequestHead#readableTarget}
 * @param remote the peer's address and port
 * @param type what the provider calls it, or null where none was found
 * @param items how many events it carries: more than 1 for a batch
 * @param key what makes two events the same one for the sender, or null where nothing does
 * @param attempt 1 for the first event of its source with this key, 2 for the next, …
 * @param verdict the outcome of the signature check at capture
 * @param status the status of the reply; 0 where there is to be none
 * @param bodyBytes the length of the body as sent
 * @param bodySha256 SHA-256 of the body as sent, lower-case hex
 * @param secure whether it came over HTTPS
 * @param answer what the sender really got; empty while that is to come, or where it is not known
 * @param pinned whether a person wants to keep it however old it gets
 * @param marks what a person wrote beside it
 */
public record EventSummary(long id, Instant receivedAt, int sourceId, String provider, String method, String target,
        String remote, @Nullable String type, int items, @Nullable String key, int attempt, Verdict verdict,
        int status, long bodyBytes, String bodySha256, boolean secure, Optional<Answer> answer, boolean pinned,
        Marks marks) {
    /** {@code http} or {@code https}: how it came to this receiver. */
    public String scheme() {
        return secure ? "https" : "http";
    }

    public EventSummary withTarget(String changed) {
        return new EventSummary(id, receivedAt, sourceId, provider, method, changed, remote, type, items, key, attempt,
                verdict, status, bodyBytes, bodySha256, secure, answer, pinned, marks);
    }

    public EventSummary withPinned(boolean changed) {
        return new EventSummary(id, receivedAt, sourceId, provider, method, target, remote, type, items, key, attempt,
                verdict, status, bodyBytes, bodySha256, secure, answer, changed, marks);
    }

    public EventSummary withMarks(Marks changed) {
        return new EventSummary(id, receivedAt, sourceId, provider, method, target, remote, type, items, key, attempt,
                verdict, status, bodyBytes, bodySha256, secure, answer, pinned, changed);
    }
}
