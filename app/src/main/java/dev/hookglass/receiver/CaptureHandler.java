package dev.hookglass.receiver;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.xnio.IoUtils;

/** Reads one request whole, hands it on, and answers when told to. Runs on I/O threads and never waits. */
final class CaptureHandler implements HttpHandler {
    private final ReceiverSettings settings;
    private final RequestSink sink;
    private final Waiting waiting;
    private final LargeBodies large;

    CaptureHandler(ReceiverSettings settings, RequestSink sink, Waiting waiting, LargeBodies large) {
        this.settings = settings;
        this.sink = sink;
        this.waiting = waiting;
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
        new Arrival(settings, sink, waiting, large, exchange).begin();
    }
}
