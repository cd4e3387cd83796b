package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Marks;
import java.time.Instant;

/**
 * A request read from a file.
 *
 * @param receivedAt when it was received by whoever wrote the file
 * @param remote where it came from, as far as the file tells; may be empty
 * @param head the request line and headers, as bytes on the wire
 * @param status what it was answered; 0 where the file does not tell
 * @param secure whether it came over HTTPS, as far as the file tells
 * @param pinned whether a person pinned it there
 * @param marks what a person wrote beside it there
 */
public record ImportedEvent(Instant receivedAt, String remote, Bytes head, Bytes body, int status, boolean secure,
        boolean pinned, Marks marks) {}
