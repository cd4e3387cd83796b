package dev.hookglass.receiver;

import dev.hookglass.event.Answer;
import dev.hookglass.event.Answer.Handshake;
import dev.hookglass.event.Answer.Outcome;
import dev.hookglass.event.Header;
import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * One request that arrived, on its way to its reply. On its exchange's I/O thread, but for {@link #cutSoon}. It keeps the
 * exchange and the reply, and nothing of what was received.
 */
final class Replying {
    private final HttpServerExchange exchange;
    private final HeadTee tee;
    private final Waiting waiting;
    private final long arrived;
    private final Reply reply;
    private final Consumer<Answer> told;
    private XnioExecutor.@Nullable Key timer;
    private boolean over;

    /**
     * @param arrived when the request's last byte came, by {@link System#nanoTime}
     * @param told what the sender really got; called once
     */
    Replying(HttpServerExchange exchange, Waiting waiting, long arrived, Reply reply, Consumer<Answer> told) {
        this.exchange = exchange;
        this.tee = HeadTee.of(exchange);
        this.waiting = waiting;
        this.arrived = arrived;
        this.reply = reply;
        this.told = told;
    }

    void begin() {
        if (exchange.isResponseStarted() || exchange.isComplete()) {
            return;
        }
        switch (reply) {
            case Reply.Message message -> after(message.delay(), () -> send(message));
            case Reply.Drop drop -> after(drop.delay(), () -> cut(Outcome.DROPPED));
            case Reply.Silence _ -> {
                // Nothing that follows on this connection will be answered either.
                tee.discardTheRest();
                after(waiting.longestSilence(), () -> cut(Outcome.NEVER));
            }
        }
    }

    private void after(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else if (waiting.add(this)) {
            timer = exchange.getIoThread().executeAfter(() -> due(action), delay.toMillis(), TimeUnit.MILLISECONDS);
            watchSender();
        } else {
            send(new Reply.Message(503, List.of(new Header("Retry-After", "1")),
                    "Too many requests are waiting for their reply.\n"));
        }
    }

    private void due(Runnable action) {
        if (!over) {
            tee.suspendReads();
            waiting.remove(this);
            action.run();
        }
    }

    /** While nothing is sent, only reading tells whether anybody still waits for it. */
    private void watchSender() {
        ConduitStreamSourceChannel channel = ((HttpServerConnection) exchange.getConnection()).getChannel()
                .getSourceChannel();
        channel.setReadListener(_ -> look());
        tee.resumeReads();
    }

    private void look() {
        try {
            switch (over ? HeadTee.Ahead.MORE : tee.lookAhead(exchange)) {
                case NOTHING -> {
                }
                // The next request came early, and is kept. Whether its sender goes shows when it is answered.
                case MORE -> tee.suspendReads();
                case END -> gone();
            }
        } catch (IOException e) {
            gone();
        }
    }

    private void gone() {
        cut(reply instanceof Reply.Silence ? Outcome.NEVER : Outcome.GONE);
    }

    /** Ends it because the receiver stops. */
    void cutSoon() {
        exchange.getIoThread().execute(() -> cut(reply instanceof Reply.Silence ? Outcome.NEVER : Outcome.DROPPED));
    }

    private void cut(Outcome outcome) {
        if (over) {
            return;
        }
        tell(outcome, 0);
        tee.discardTheRest();
        exchange.setPersistent(false);
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }

    private void send(Reply.Message message) {
        exchange.addExchangeCompleteListener((_, next) -> {
            boolean sent = exchange.getConnection().isOpen();
            tell(sent ? Outcome.ANSWERED : Outcome.GONE, sent ? message.status() : 0);
            next.proceed();
        });
        write(exchange, message);
    }

    /** Writes an answer; on the exchange's I/O thread. */
    static void write(HttpServerExchange exchange, Reply.Message message) {
        exchange.setStatusCode(message.status());
        for (Header header : message.headers()) {
            exchange.getResponseHeaders().add(new HttpString(header.name()), header.value());
        }
        if (message.body().isEmpty()) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(ByteBuffer.wrap(message.body().array()), IoCallback.END_EXCHANGE);
        }
    }

    private void tell(Outcome outcome, int status) {
        if (over) {
            return;
        }
        over = true;
        waiting.remove(this);
        if (timer != null) {
            timer.remove();
            timer = null;
        }
        told.accept(new Answer(outcome, status, Optional.of(Duration.ofNanos(System.nanoTime() - arrived)),
                Handshake.NONE));
    }
}
