package dev.hookglass.store;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads what an {@link AttemptPageWriter} wrote. */
final class AttemptPageReader {
    private final DataInputStream in;
    private final SameAgain<String> words = new SameAgain<>("");
    private final SameAgain<Header> headers = new SameAgain<>(new Header("", ""));
    private String lastUrl = "";
    private TargetUrl url = TargetUrl.of("http://localhost/");

    private AttemptPageReader(byte[] bytes) {
        in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** All attempts of a page, in the order of their ids. */
    static List<PagedAttempt> all(byte[] bytes) {
        return new AttemptPageReader(bytes).each(AttemptPageReader::next);
    }

    /** What all attempts of a page came to, in the order of their ids. */
    static List<PagedOutcome> outcomes(byte[] bytes) {
        return new AttemptPageReader(bytes).each(AttemptPageReader::nextOutcome);
    }

    /** Reads one of what a page holds. */
    private interface Part<T> {
        T read(AttemptPageReader reader) throws IOException;
    }

    private <T> List<T> each(Part<T> part) {
        List<T> all = new ArrayList<>();
        try {
            while (in.available() > 0) {
                all.add(part.read(this));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A page of attempts ends in the middle of one", e);
        }
        return all;
    }

    private PagedOutcome nextOutcome() throws IOException {
        words.begin();
        long id = in.readLong();
        long micros = in.readLong();
        long event = in.readLong();
        int status = in.readUnsignedShort();
        return new PagedOutcome(id, EventRows.instant(micros), new SentTo(event, word()), status);
    }

    private PagedAttempt next() throws IOException {
        words.begin();
        headers.begin();
        long id = in.readLong();
        long event = in.readLong();
        long micros = in.readLong();
        String method = word();
        TargetUrl target = url();
        List<Header> lines = lines();
        boolean isBodyOfEvent = in.readBoolean();
        Bytes body = isBodyOfEvent ? Bytes.EMPTY : body();
        return new PagedAttempt(new Attempt(id, id, 1, EventRows.instant(micros), OptionalLong.of(event),
                new OutboundRequest(method, target, lines, body), outcome()), isBodyOfEvent);
    }

    private TargetUrl url() throws IOException {
        String text = word();
        if (!text.equals(lastUrl)) {
            lastUrl = text;
            url = TargetUrl.of(text);
        }
        return url;
    }

    private Outcome outcome() throws IOException {
        Duration time = Duration.ofNanos(in.readLong());
        return in.readBoolean()
                ? new Outcome.Answered(time, in.readUnsignedShort(), word(), lines(), body(), in.readBoolean())
                : new Outcome.Failed(time, word());
    }

    private Bytes body() throws IOException {
        return Bytes.wrap(in.readNBytes(in.readInt()));
    }

    private String word() throws IOException {
        String before = words.before();
        return words.put(in.readBoolean() ? before : in.readUTF());
    }

    private List<Header> lines() throws IOException {
        int count = in.readUnsignedShort();
        List<Header> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Header before = headers.before();
            lines.add(headers.put(in.readBoolean() ? before : new Header(in.readUTF(), in.readUTF())));
        }
        return lines;
    }
}
