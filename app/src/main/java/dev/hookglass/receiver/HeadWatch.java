package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;

/**
 * Tells of the requests on one connection that never reach the handler: refused by Undertow's parser, never finished, or
 * given up. After one of them the connection ends, so that there is at most one to tell. Used by its connection's I/O thread,
 * {@link #closed} by any.
 */
final class HeadWatch {
    private final StreamConnection connection;
    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final BooleanSupplier isStopping;
    private final @Nullable TlsHandshake handshake;
    private final HeadTee tee;
    private final AtomicBoolean told = new AtomicBoolean();
    private final long opened = System.nanoTime();
    private volatile boolean handed;
    private volatile boolean hadRequest;
    private volatile boolean peerEnded;
    private XnioExecutor.@Nullable Key deadline;
    private @Nullable Runnable late;

    private HeadWatch(StreamConnection connection, ReceiverSettings settings, RequestSink sink,
            @Nullable TlsHandshake handshake, BooleanSupplier isStopping) {
        this.connection = connection;
        this.settings = settings;
        this.sink = sink;
        this.handshake = handshake;
        this.isStopping = isStopping;
        this.tee = new HeadTee(connection.getSourceChannel().getConduit(), this);
    }

    /**
     * Watches a connection that was just accepted.
     *
     * @param handshake of the TLS that the connection is inside of; null if there is none
     */
    static HeadWatch over(StreamConnection connection, ReceiverSettings settings, RequestSink sink,
            @Nullable TlsHandshake handshake, BooleanSupplier isStopping) {
        HeadWatch watch = new HeadWatch(connection, settings, sink, handshake, isStopping);
        connection.getSourceChannel().setConduit(watch.tee);
        connection.getSinkChannel().setConduit(new AnswerTee(connection.getSinkChannel().getConduit(), watch));
        return watch;
    }

    String remote() {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        return peer == null ? "" : peer.getAddress().getHostAddress() + ":" + peer.getPort();
    }

    /** A head's first byte came: from now on the whole request has its time. */
    void headBegins() {
        mayGoOn();
    }

    /** The request has its time once more. */
    void mayGoOn() {
        deadline = connection.getIoThread()
                .executeAfter(this::deadlinePassed, settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The handler was called; it tells of this request itself, until {@link #answered}. */
    void handed(Runnable whenLate) {
        handed = true;
        hadRequest = true;
        late = whenLate;
    }

    /** The request arrived whole, or was refused. */
    void arrived() {
        late = null;
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    /** The handler's answer is sent. What was read of the next head, if anything, waits for the parser. */
    void answered() {
        handed = false;
        if (!tee.isEmpty()) {
            headBegins();
        }
    }

    void peerEnded() {
        peerEnded = true;
    }

    /** Nothing more can be read. */
    void failed(IOException e) {
        peerEnded = true;
        if (handshake != null && !handshake.isDone() && e instanceof SSLException && !isStopping.getAsBoolean()) {
            tell(Reason.TLS_FAILED, handshake.words(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)),
                    handshake.firstBytes());
        }
    }

    /** Whether the request on this connection was refused already, and the connection is about to end. */
    boolean isRefused() {
        return told.get();
    }

    /** Something is being sent: if the handler was not called, a refusal. */
    void answering() {
        if (!handed && !told.get()) {
            arrived();
            byte[] read = tee.copied();
            if (isStopping.getAsBoolean()) {
                tell(Reason.BUSY, "Hookglass was about to stop listening");
            } else if (HeadFault.isTooLarge(read)) {
                tell(Reason.HEAD_TOO_LARGE,
                        "the request line and headers are larger than " + ReceiverWords.size(HeadFault.MOST_HEAD));
            } else {
                tell(Reason.MALFORMED, HeadFault.words(read));
            }
        }
    }

    private void deadlinePassed() {
        deadline = null;
        if (late != null) {
            late.run();
        } else {
            tell(Reason.TIMED_OUT,
                    "the whole request had not arrived after " + ReceiverWords.time(settings.deadline()));
            IoUtils.safeClose(connection);
        }
    }

    /** The connection is closed: whatever was begun will never be finished. */
    void closed() {
        if (handed || isStopping.getAsBoolean()) {
            return;
        }
        if (tee.isEmpty()) {
            if (handshake != null && !hadRequest) {
                // TLS closes the connection before it says what is wrong, see failed.
                connection.getIoThread().execute(() -> closedWithoutRequest(handshake));
            }
            return;
        }
        arrived();
        if (peerEnded) {
            tell(Reason.INCOMPLETE, "the connection ended before all of the headers had arrived");
        } else {
            tell(Reason.TIMED_OUT,
                    "the headers had not all arrived after " + ReceiverWords.time(settings.headDeadline()));
        }
    }

    /** Some senders look at the certificate after the handshake only, and go away without a word. */
    private void closedWithoutRequest(TlsHandshake tls) {
        if (tls.firstBytes().isEmpty()) {
            return;
        }
        if (tls.isDone()) {
            if (peerEnded) {
                tell(Reason.TLS_FAILED, "the connection was ended after the TLS handshake, without a request; perhaps "
                        + TlsHandshake.DISTRUST, Bytes.EMPTY);
            }
        } else if (System.nanoTime() - opened < settings.idle().toNanos()) {
            tell(Reason.TLS_FAILED, tls.words(""), tls.firstBytes());
        } else {
            tell(Reason.TIMED_OUT, "the TLS handshake had not ended after " + ReceiverWords.time(settings.idle()),
                    tls.firstBytes());
        }
    }

    private void tell(Reason reason, String detail) {
        tell(reason, detail, Bytes.wrap(tee.copied()));
    }

    private void tell(Reason reason, String detail, Bytes first) {
        if (told.compareAndSet(false, true)) {
            sink.reject(new Rejection(Instant.now(), remote(), reason, detail, first));
        }
    }
}
