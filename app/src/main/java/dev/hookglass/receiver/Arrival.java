package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * One request on its way in, from its head to its last byte. It becomes a {@link ReceivedRequest} or is refused, once. On its
 * exchange's I/O thread.
 */
final class Arrival implements ChannelListener<StreamSourceChannel> {
    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final Waiting waiting;
    private final BodyBudget budget;
    private final HttpServerExchange exchange;
    private final HeadTee tee;
    private final Bytes head;
    private GatheredBody body = new GatheredBody(0);
    private @Nullable ChunkedSyntax chunks;
    private long held;
    private boolean over;

    Arrival(ReceiverSettings settings, RequestSink sink, Waiting waiting, BodyBudget budget,
            HttpServerExchange exchange) {
        this.settings = settings;
        this.sink = sink;
        this.waiting = waiting;
        this.budget = budget;
        this.exchange = exchange;
        this.tee = HeadTee.of(exchange);
        this.head = tee.takeHead(exchange);
        tee.watch().handed(this::cutOff);
    }

    /** To be called in the exchange's handler. */
    void begin() {
        long announced = exchange.getRequestContentLength();
        String fault = fault();
        if (fault != null) {
            refuse(400, Reason.MALFORMED, fault);
        } else if (announced > settings.maxBodyBytes()) {
            refuseTooLarge("announced " + announced + " bytes");
        } else if (!hold(Math.max(announced, 0))) {
            refuseBusy();
        } else if (exchange.isRequestComplete()) {
            arrived();
        } else {
            body = new GatheredBody(announced);
            chunks = announced < 0 ? tee.watchChunks(exchange) : null;
            readOn(exchange.getRequestChannel());
        }
    }

    /** What is wrong with a head that Undertow took. */
    private @Nullable String fault() {
        String coding = exchange.getRequestHeaders().getFirst(Headers.TRANSFER_ENCODING);
        if (coding != null && !(coding.equalsIgnoreCase("chunked") && exchange.isHttp11())) {
            return "its Transfer-Encoding is not chunked, or it is not HTTP/1.1";
        }
        return HeadFault.isWronglyTaken(head) ? HeadFault.words(head.array()) : null;
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        if (!over) {
            Connectors.executeRootHandler(_ -> readOn(channel), exchange);
        }
    }

    private void readOn(StreamSourceChannel channel) {
        try (PooledByteBuffer pooled = exchange.getConnection().getByteBufferPool().allocate()) {
            int count = 1;
            while (count > 0 && !over) {
                count = readOnce(channel, pooled.getBuffer());
            }
            if (count == 0 && !over) {
                channel.getReadSetter().set(this);
                channel.resumeReads();
            } else if (count < 0 && !over) {
                arrived();
            }
        } catch (IOException e) {
            fail();
        }
    }

    /** Gives the number of bytes, 0 if there are none now, -1 at the end. */
    private int readOnce(StreamSourceChannel channel, ByteBuffer buffer) throws IOException {
        if (chunks != null && chunks.isBroken()) {
            refuse(400, Reason.MALFORMED, "the body's chunks are not as HTTP/1.1 has them");
            return 0;
        }
        buffer.clear();
        int count = channel.read(buffer);
        if (count > 0) {
            take(buffer.flip());
        } else if (chunks != null && chunks.isBroken()) {
            return readOnce(channel, buffer);
        }
        return count;
    }

    private void take(ByteBuffer bytes) {
        if (chunks == null) {
            body.add(bytes);
        } else if (body.size() + bytes.remaining() > settings.maxBodyBytes()) {
            refuseTooLarge("sent more than " + settings.maxBodyBytes() + " bytes");
        } else if (!hold(bytes.remaining())) {
            refuseBusy();
        } else {
            body.add(bytes);
        }
    }

    private void arrived() {
        over = true;
        tee.watch().arrived();
        tee.beginNextHead(exchange);
        long arrived = System.nanoTime();
        ReceivedRequest request = new ReceivedRequest(Instant.now(), tee.watch().remote(), head, body.take());
        // From here on the answer comes from another thread, after the commit.
        exchange.dispatch(Runnable::run, () -> hand(request, arrived));
    }

    private void hand(ReceivedRequest request, long arrived) {
        AtomicBoolean answered = new AtomicBoolean();
        try {
            sink.accept(request, (reply, told) -> {
                if (answered.compareAndSet(false, true)) {
                    release();
                    exchange.getIoThread().execute(new Replying(exchange, waiting, arrived, reply, told)::begin);
                }
            });
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    private void refuseTooLarge(String detail) {
        refuse(413, Reason.TOO_LARGE, detail + "; the limit is " + settings.maxBodyBytes());
    }

    private void refuseBusy() {
        refuse(503, Reason.BUSY, "bodies of " + settings.mostBytesHeld() + " bytes were being received already");
    }

    /** Answers and ends the connection, whatever of the request is still to come. */
    private void refuse(int status, Reason reason, String detail) {
        end(reason, detail);
        tee.discardTheRest();
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
        List<Header> headers = status == 503 ? List.of(new Header("Retry-After", "1")) : List.of();
        // At once: an exchange that is not dispatched is ended, with a 200, as soon as its handler returns.
        Replying.write(exchange, new Reply.Message(status, headers, "Refused: " + detail + ".\n"));
    }

    private void fail() {
        if (!over) {
            end(Reason.INCOMPLETE, "the connection ended before the whole body had arrived");
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void cutOff() {
        if (!over) {
            end(Reason.TIMED_OUT,
                    "the whole request had not arrived after " + ReceiverWords.time(settings.deadline()));
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void end(Reason reason, String detail) {
        over = true;
        tee.watch().arrived();
        body = new GatheredBody(0);
        release();
        sink.reject(new Rejection(Instant.now(), tee.watch().remote(), reason, detail, head));
    }

    private boolean hold(long bytes) {
        if (!budget.take(bytes)) {
            return false;
        }
        held += bytes;
        return true;
    }

    private void release() {
        long bytes = held;
        held = 0;
        budget.giveBack(bytes);
    }
}
