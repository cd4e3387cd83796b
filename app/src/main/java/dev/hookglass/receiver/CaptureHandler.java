package dev.hookglass.receiver;

import dev.hookglass.event.Header;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import org.xnio.IoUtils;

/** Reads one request whole, hands it on, and answers when told to. Runs on I/O threads and never waits. */
final class CaptureHandler implements HttpHandler {
    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final LargeBodies large;

    CaptureHandler(ReceiverSettings settings, RequestSink sink, LargeBodies large) {
        this.settings = settings;
        this.sink = sink;
        this.large = large;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        HeadWatch watch = HeadTee.of(exchange).watch();
        if (watch.isRefused()) {
            // Nothing that follows a refused request on its connection can be trusted to be a request.
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        exchange.addExchangeCompleteListener((_, next) -> {
            watch.answered();
            next.proceed();
        });
        new Arrival(settings, sink, large, exchange).begin();
    }

    /** Answers; on the exchange's I/O thread. */
    static void write(HttpServerExchange exchange, Reply reply) {
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
}
