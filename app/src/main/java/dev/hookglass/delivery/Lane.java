package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Failed;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * Sends many requests one after the other, over one connection while the target keeps that open, without a thread's change
 * for each. For one thread; any other may look after it and end it.
 */
final class Lane implements AutoCloseable {
    private final Sender sender;
    private final SenderLimits limits;
    private final Supplier<Line> lines;
    private volatile Line line;
    /** What is under way on the thread that sends, where nothing else ends it in time. */
    private volatile @Nullable Exchange unguarded;
    private volatile boolean isEnded;

    Lane(Sender sender, Supplier<Line> lines, SenderLimits limits) {
        this.sender = sender;
        this.lines = lines;
        this.limits = limits;
        line = lines.get();
    }

    /** As {@link Sender#send}; but somebody has to call {@link #lookAfter} from time to time. */
    Outcome send(OutboundRequest request) {
        Exchange exchange = new Exchange(limits, request);
        Optional<String> objection = request.objection();
        if (objection.isPresent()) {
            return new Failed(exchange.time(), objection.get());
        }
        return line.isReadyFor(request.url()) && !isEnded ? sendNow(exchange) : sendInTime(exchange);
    }

    private Outcome sendInTime(Exchange exchange) {
        Outcome outcome = sender.inTime(exchange, line);
        if (outcome instanceof Failed) {
            // Its thread may still be using the line.
            line.close();
            line = lines.get();
        }
        return outcome;
    }

    private Outcome sendNow(Exchange exchange) {
        unguarded = exchange;
        try {
            return line.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Sender.cancelled(exchange);
        } catch (IOException | HttpException | ExecutionException | TimeoutException e) {
            if (isEnded) {
                return Sender.cancelled(exchange);
            }
            return exchange.isOverdue()
                    ? new Failed(exchange.time(), FailureWords.timedOut(exchange))
                    : sender.failed(exchange, e);
        } finally {
            unguarded = null;
        }
    }

    /** Breaks off what takes longer than it may. */
    void lookAfter() {
        Exchange exchange = unguarded;
        if (exchange != null && exchange.isOverdue()) {
            line.breakOff();
        }
    }

    /** Breaks off what is under way, for good. */
    void end() {
        isEnded = true;
        if (unguarded != null) {
            line.breakOff();
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        line.close();
    }
}
