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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * One request on its way in, from its head to its last byte. It becomes a {@link ReceivedRequest} or is refused, once. On its
 * exchange's I/O thread.
 */
final class Arrival implements ChannelListener<StreamSourceChannel> {
    /** What must arrive in one deadline for the next to be granted. */
    private static final long LEAST_PROGRESS = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final Waiting waiting;
    private final LargeBodies large;
    private final BodyBudget budget;
    private final HttpServerExchange exchange;
    private final HeadTee tee;
    private final Bytes head;
    private IncomingBody body;
    private @Nullable ChunkedSyntax chunks;
    /** What had arrived when the time was up and was prolonged. */
    private long sizeInTime;
    private long held;
    private boolean over;
    /** A worker writes what has gathered; nothing is read meanwhile. */
    private boolean writing;

    Arrival(ReceiverSettings settings, RequestSink sink, Waiting waiting, LargeBodies large,
            HttpServerExchange exchange) {
        this.settings = settings;
        this.sink = sink;
        this.waiting = waiting;
        this.large = large;
        this.budget = large.budget();
        this.exchange = exchange;
        this.tee = HeadTee.of(exchange);
        this.head = tee.takeHead(exchange);
        this.body = new IncomingBody(large.folder(), 0);
        tee.watch().handed(this::cutOff);
    }

    /** To be called in the exchange's handler. */
    void begin() {
        long announced = exchange.getRequestContentLength();
        String fault = fault();
        if (fault != null) {
            refuse(400, Reason.MALFORMED, fault);
        } else if (announced > settings.maxBodyBytes()) {
            refuseTooLarge("announced a body of " + ReceiverWords.size(announced));
        } else if (!hold(announced > IncomingBody.MOST_IN_MEMORY ? IncomingBody.PIECE : Math.max(announced, 0))) {
            refuseBusy();
        } else if (exchange.isRequestComplete()) {
            arrived();
        } else {
            body = new IncomingBody(large.folder(), announced);
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
            while (count > 0 && !over && !body.isDue()) {
                count = readOnce(channel, pooled.getBuffer());
            }
            if (!over && body.isDue()) {
                write(channel);
            } else if (count == 0 && !over) {
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
        if (chunks == null || body.isLarge() && body.size() + bytes.remaining() <= settings.maxBodyBytes()) {
            body.add(bytes);
        } else if (body.size() + bytes.remaining() > settings.maxBodyBytes()) {
            refuseTooLarge("sent a longer body than it may");
        } else if (!hold(bytes.remaining())) {
            refuseBusy();
        } else {
            body.add(bytes);
        }
    }

    /** Lets a worker move what has gathered to the disk, and reads on afterwards. */
    private void write(StreamSourceChannel channel) {
        writing = true;
        channel.suspendReads();
        exchange.dispatch(exchange.getConnection().getWorker(), () -> {
            IOException failure = null;
            try {
                body.write();
            } catch (IOException e) {
                failure = e;
            }
            IOException met = failure;
            exchange.getIoThread()
                    .execute(() -> Connectors.executeRootHandler(_ -> written(channel, met), exchange));
        });
    }

    private void written(StreamSourceChannel channel, @Nullable IOException failure) {
        writing = false;
        if (over) {
            body.discard();
        } else if (failure != null) {
            refuse(503, Reason.NOT_STORED, LargeBodies.words(failure));
        } else {
            readOn(channel);
        }
    }

    private void arrived() {
        over = true;
        tee.watch().arrived();
        tee.beginNextHead(exchange);
        long arrived = System.nanoTime();
        // From here on the answer comes from another thread, after the commit.
        if (body.isLarge()) {
            release();
            Instant now = Instant.now();
            exchange.dispatch(Runnable::run, () -> large.take(body, (whole, taken) -> {
                held = taken;
                hand(request(now, whole), arrived);
            }, this::giveUp));
        } else {
            ReceivedRequest request = request(Instant.now(), body.take());
            exchange.dispatch(Runnable::run, () -> hand(request, arrived));
        }
    }

    private ReceivedRequest request(Instant now, Bytes whole) {
        return new ReceivedRequest(now, tee.watch().remote(), exchange.getRequestScheme(), head, whole);
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
        } catch (RuntimeException | Error e) {
            release();
            LOG.error("A request could not be handed on", e);
            giveUp(e instanceof OutOfMemoryError ? Reason.BUSY : Reason.NOT_STORED, e instanceof OutOfMemoryError
                    ? LargeBodies.NO_MEMORY
                    : "the event could not be stored");
        }
    }

    private void refuseTooLarge(String detail) {
        refuse(413, Reason.TOO_LARGE, detail + "; the limit is " + ReceiverWords.size(settings.maxBodyBytes()));
    }

    private void refuseBusy() {
        refuse(503, Reason.BUSY,
                "bodies of " + ReceiverWords.size(settings.mostBytesHeld()) + " were being received already");
    }

    /** Answers and ends the connection, whatever of the request is still to come. */
    private void refuse(int status, Reason reason, String detail) {
        end(reason, detail);
        tee.discardTheRest();
        exchange.setPersistent(false);
        Connectors.terminateRequest(exchange);
        // At once: an exchange that is not dispatched is ended, with a 200, as soon as its handler returns.
        Replying.write(exchange, refusal(status, detail));
    }

    /** Answers a request that has arrived whole, but for which there is no room after all. On any thread. */
    private void giveUp(Reason reason, String detail) {
        sink.reject(new Rejection(Instant.now(), tee.watch().remote(), reason, detail, head));
        exchange.getIoThread().execute(() -> Replying.write(exchange, refusal(503, detail)));
    }

    private static Reply.Message refusal(int status, String detail) {
        List<Header> headers = status == 503 ? List.of(new Header("Retry-After", "1")) : List.of();
        return new Reply.Message(status, headers, "Refused: " + detail + ".\n");
    }

    private void fail() {
        if (!over) {
            end(Reason.INCOMPLETE, "the connection ended before the whole body had arrived");
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    /** A large body that comes fast enough may take longer: it lies on disk, and its sender means it. */
    private void cutOff() {
        if (!over && body.size() - sizeInTime >= LEAST_PROGRESS) {
            sizeInTime = body.size();
            tee.watch().mayGoOn();
        } else if (!over) {
            end(Reason.TIMED_OUT,
                    "the whole request had not arrived after " + ReceiverWords.time(settings.deadline()));
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void end(Reason reason, String detail) {
        over = true;
        tee.watch().arrived();
        if (!writing) {
            body.discard();
        }
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
