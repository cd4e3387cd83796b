package dev.hookglass.store;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as the journal has it: what was captured, and what it was given when it was stored. All but its body is one run of
 * bytes that begins with the id, so that a large body needs no copy.
 */
record JournalledEvent(long id, int attempt, String bodySha256, Capture capture) implements JournalRecord {
    static JournalledEvent of(EventSummary event, Capture capture) {
        return new JournalledEvent(event.id(), event.attempt(), event.bodySha256(), capture);
    }

    EventSummary summary() {
        return EventRows.summary(id, attempt, capture, bodySha256);
    }

    @Override
    public Bytes body() {
        return capture.body();
    }

    @Override
    public byte[] front() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 + capture.head().size());
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(id);
        out.writeInt(attempt);
        write(out, bodySha256);
        out.writeLong(EventRows.micros(capture.receivedAt()));
        out.writeInt(capture.sourceId());
        write(out, capture.provider());
        write(out, capture.remote());
        write(out, capture.type());
        out.writeInt(capture.items());
        write(out, capture.key());
        out.writeInt(capture.verdict().outcome().code());
        write(out, capture.verdict().reason());
        out.writeInt(capture.status());
        out.writeBoolean(capture.secure());
        write(out, capture.answer());
        write(out, capture.head().array());
        return bytes.toByteArray();
    }

    /** The event again. */
    static JournalledEvent read(byte[] front, Bytes body) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(front));
        long id = in.readLong();
        int attempt = in.readInt();
        String hash = readText(in);
        Capture capture = new Capture(EventRows.instant(in.readLong()), in.readInt(), readText(in), readText(in),
                readOptional(in), in.readInt(), readOptional(in),
                new Verdict(Verdict.Outcome.of(in.readInt()), readText(in)), in.readInt(), Bytes.EMPTY, body,
                in.readBoolean(), readAnswer(in));
        return new JournalledEvent(id, attempt, hash, withHead(capture, Bytes.wrap(in.readNBytes(in.readInt()))));
    }

    /** The head is written last, and is an argument before the last. */
    private static Capture withHead(Capture capture, Bytes head) {
        return new Capture(capture.receivedAt(), capture.sourceId(), capture.provider(), capture.remote(),
                capture.type(), capture.items(), capture.key(), capture.verdict(), capture.status(), head,
                capture.body(), capture.secure(), capture.answer());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            write(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String readText(DataInputStream in) throws IOException {
        String text = readOptional(in);
        if (text == null) {
            throw new IOException("A text is missing");
        }
        return text;
    }

    private static void write(DataOutputStream out, Optional<Answer> answer) throws IOException {
        out.writeBoolean(answer.isPresent());
        if (answer.isPresent()) {
            out.writeInt(answer.get().outcome().code());
            out.writeInt(answer.get().status());
            out.writeLong(answer.get().after().map(after -> after.toNanos() / 1_000).orElse(-1L));
            out.writeInt(answer.get().handshake().code());
        }
    }

    private static Optional<Answer> readAnswer(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Answer.Outcome outcome = Answer.Outcome.of(in.readInt());
        int status = in.readInt();
        long micros = in.readLong();
        return Optional.of(new Answer(outcome, status,
                micros < 0 ? Optional.empty() : Optional.of(Duration.of(micros, ChronoUnit.MICROS)),
                Answer.Handshake.of(in.readInt())));
    }
}
