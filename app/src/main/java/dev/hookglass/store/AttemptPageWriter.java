package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Attempts written one behind the other. Those of one run are much alike, so a text is written only where it differs from that
 * in the same place of the attempt before.
 */
final class AttemptPageWriter {
    /** Bytes after which a page is full; one attempt more fits in its column. */
    private static final int FULL = 512 << 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final ByteArrayOutputStream outcomeBytes = new ByteArrayOutputStream(16 << 10);
    private final DataOutputStream outcomes = new DataOutputStream(outcomeBytes);
    private final SameAgain<String> urls = new SameAgain<>("");
    private final SameAgain<String> words = new SameAgain<>("");
    private final SameAgain<Header> headers = new SameAgain<>(new Header("", ""));
    private long firstId;
    private long lastId;
    private long firstEvent = Long.MAX_VALUE;
    private long lastEvent = Long.MIN_VALUE;

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    boolean isFull() {
        return bytes.size() >= FULL;
    }

    void add(PagedAttempt paged) {
        try {
            write(paged);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
    }

    private void write(PagedAttempt paged) throws IOException {
        Attempt attempt = paged.attempt();
        if (isEmpty()) {
            firstId = attempt.id();
        }
        lastId = attempt.id();
        firstEvent = Math.min(firstEvent, paged.eventId());
        lastEvent = Math.max(lastEvent, paged.eventId());
        String url = attempt.request().url().toString();
        writeOutcome(attempt, paged.eventId(), url);
        words.begin();
        headers.begin();
        out.writeLong(attempt.id());
        out.writeLong(paged.eventId());
        out.writeLong(EventRows.micros(attempt.at()));
        word(attempt.request().method());
        word(url);
        lines(attempt.request().headers());
        out.writeBoolean(paged.isBodyOfEvent());
        if (!paged.isBodyOfEvent()) {
            write(attempt.request().body());
        }
        write(attempt.outcome());
    }

    private void writeOutcome(Attempt attempt, long event, String url) throws IOException {
        urls.begin();
        outcomes.writeLong(attempt.id());
        outcomes.writeLong(EventRows.micros(attempt.at()));
        outcomes.writeLong(event);
        outcomes.writeShort(attempt.outcome().status());
        write(url, urls, outcomes);
    }

    private static void write(String word, SameAgain<String> before, DataOutputStream to) throws IOException {
        boolean same = before.isNext(word);
        to.writeBoolean(same);
        if (!same) {
            to.writeUTF(word);
        }
    }

    private void write(Outcome outcome) throws IOException {
        out.writeLong(outcome.time().toNanos());
        switch (outcome) {
            case Outcome.Failed failed -> {
                out.writeBoolean(false);
                word(failed.reason());
            }
            case Outcome.Answered answered -> {
                out.writeBoolean(true);
                out.writeShort(answered.status());
                word(answered.reasonPhrase());
                lines(answered.headers());
                write(answered.body());
                out.writeBoolean(answered.truncated());
            }
        }
    }

    private void write(Bytes body) throws IOException {
        out.writeInt(body.size());
        out.write(body.array());
    }

    private void word(String word) throws IOException {
        write(word, words, out);
    }

    private void lines(List<Header> lines) throws IOException {
        out.writeShort(lines.size());
        for (Header line : lines) {
            boolean same = headers.isNext(line);
            out.writeBoolean(same);
            if (!same) {
                out.writeUTF(line.name());
                out.writeUTF(line.value());
            }
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    byte[] outcomes() {
        return outcomeBytes.toByteArray();
    }

    long firstId() {
        return firstId;
    }

    long lastId() {
        return lastId;
    }

    long firstEvent() {
        return firstEvent;
    }

    long lastEvent() {
        return lastEvent;
    }
}
