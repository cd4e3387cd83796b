package dev.hookglass.bench;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;

/** What can be had at best: the HTTP server that Hookglass uses, which reads each body, drops it and answers 200. */
final class BareServer {
    private BareServer() {}

    /** Takes the port. */
    public static void main(String[] arguments) {
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setIoThreads(2)
                .setHandler(exchange -> exchange.getRequestReceiver().receiveFullBytes(BareServer::drop))
                .build()
                .start();
    }

    private static void drop(HttpServerExchange exchange, byte[] body) {
        exchange.setStatusCode(body.length > 0 ? 200 : 204).endExchange();
    }
}
