package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.Rejection;
import dev.hookglass.event.Rejection.Reason;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.ServerConnection;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Reads one request whole, hands it on, and answers when told to. Runs on I/O threads and never waits. */
final class CaptureHandler implements HttpHandler {
    private static final int SECONDS_TO_FINISH = 10;

    private final ReceiverSettings settings;
    private final RequestSink sink;

    CaptureHandler(ReceiverSettings settings, RequestSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.getRequestContentLength() > settings.maxBodyBytes()) {
            letItFinish(exchange);
            refuseTooLarge(exchange, "announced " + exchange.getRequestContentLength() + " bytes");
            return;
        }
        HeadTee tee = HeadTee.of(exchange);
        Bytes head = tee.takeHead(exchange);
        AtomicBoolean arrived = new AtomicBoolean();
        XnioExecutor.Key deadline = exchange.getIoThread()
                .executeAfter(() -> cutOff(exchange, arrived), settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        exchange.getRequestReceiver().receiveFullBytes((_, body) -> {
            arrived.set(true);
            deadline.remove();
            tee.beginNextHead(exchange);
            accept(exchange, head, Bytes.wrap(body));
        }, (_, failure) -> {
            deadline.remove();
            if (arrived.compareAndSet(false, true)) {
                fail(exchange, failure);
            }
        });
    }

    private void accept(HttpServerExchange exchange, Bytes head, Bytes body) {
        ReceivedRequest request = new ReceivedRequest(Instant.now(), remote(exchange), head, body);
        // From here on the answer comes from another thread, after the commit.
        exchange.dispatch(Runnable::run, () -> sink.accept(request, reply -> answer(exchange, reply)));
    }

    private void fail(HttpServerExchange exchange, IOException failure) {
        if (failure instanceof RequestTooBigException) {
            refuseTooLarge(exchange, "sent more than " + settings.maxBodyBytes() + " bytes");
        } else {
            reject(exchange, Reason.INCOMPLETE, "the connection ended before the whole body had arrived");
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void refuseTooLarge(HttpServerExchange exchange, String detail) {
        reject(exchange, Reason.TOO_LARGE, detail + "; the limit is " + settings.maxBodyBytes());
        exchange.setPersistent(false);
        // At once: an exchange that is not dispatched is ended, with a 200, as soon as its handler returns.
        write(exchange, new Reply(413, List.of(), "The body is larger than this receiver takes.\n"));
    }

    /**
     * A sender that sees its connection reset while it is still sending never reads the answer, so what it sends is read and
     * thrown away for a while.
     */
    private static void letItFinish(HttpServerExchange exchange) {
        exchange.setMaxEntitySize(-1);
        ServerConnection connection = exchange.getConnection();
        XnioExecutor.Key end = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(connection), SECONDS_TO_FINISH, TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((_, next) -> {
            end.remove();
            next.proceed();
        });
    }

    private void cutOff(HttpServerExchange exchange, AtomicBoolean arrived) {
        if (arrived.compareAndSet(false, true)) {
            reject(exchange, Reason.TIMED_OUT,
                    "the whole request had not arrived after " + settings.deadline().toSeconds() + " s");
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void reject(HttpServerExchange exchange, Reason reason, String detail) {
        sink.reject(new Rejection(Instant.now(), remote(exchange), reason, detail));
    }

    private static void answer(HttpServerExchange exchange, Reply reply) {
        exchange.getIoThread().execute(() -> write(exchange, reply));
    }

    /** On the exchange's I/O thread. */
    private static void write(HttpServerExchange exchange, Reply reply) {
        if (exchange.isResponseStarted()) {
            return;
        }
        exchange.setStatusCode(reply.status());
        for (Header header : reply.headers()) {
            exchange.getResponseHeaders().add(new HttpString(header.name()), header.value());
        }
        if (reply.body().isEmpty()) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(reply.body(), IoCallback.END_EXCHANGE);
        }
    }

    private static String remote(HttpServerExchange exchange) {
        InetSocketAddress peer = exchange.getSourceAddress();
        return peer.getAddress().getHostAddress() + ":" + peer.getPort();
    }
}
