package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One of the connections to a target, for one exchange after the other: it is taken from those that are kept, or made, and
 * given back at the end. For one exchange at a time; any thread may break it off.
 */
final class Line implements AutoCloseable {
    /** How long a connection waits for the next request; one that is idle for longer is closed by many servers. */
    static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(1);

    private final HttpClientConnectionManager connections;
    private final SenderLimits limits;
    private volatile @Nullable ConnectionEndpoint endpoint;
    private @Nullable TargetUrl target;
    private boolean isBusy;
    private boolean isClosed;
    private int uses;
    private long idleSinceNanos;

    Line(HttpClientConnectionManager connections, SenderLimits limits) {
        this.connections = connections;
        this.limits = limits;
    }

    /** Whether it is connected to a target, and that will not have closed the connection meanwhile. */
    boolean isReadyFor(TargetUrl url) {
        ConnectionEndpoint held = endpoint;
        return held != null && target != null && target.isSameServer(url) && held.isConnected()
                && QuietConnection.isSurelyOpen(uses, Duration.ofNanos(System.nanoTime() - idleSinceNanos));
    }

    /** Sends and reads the answer. An interrupt of a virtual thread that runs this ends it at once. */
    Answered send(Exchange exchange)
            throws IOException, HttpException, InterruptedException, ExecutionException, TimeoutException {
        begin();
        boolean complete = false;
        try {
            ConnectionEndpoint held = endpoint;
            if (held == null || !isReadyFor(exchange.url())) {
                giveBack();
                held = connect(exchange);
            }
            Answered answer = exchange.over(held);
            uses++;
            idleSinceNanos = System.nanoTime();
            complete = true;
            return answer;
        } finally {
            end(complete);
        }
    }

    private synchronized void begin() {
        isBusy = true;
    }

    private synchronized void end(boolean complete) {
        isBusy = false;
        if (isClosed || !complete) {
            giveBack();
        }
    }

    private ConnectionEndpoint connect(Exchange exchange)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        TargetUrl url = exchange.url();
        HttpHost host = new HttpHost(url.scheme(), url.host(), url.port());
        ConnectionEndpoint leased = connections
                .lease("", new HttpRoute(host, null, url.isSecure()), Timeout.DISABLED, null)
                .get(Timeout.of(limits.total()));
        endpoint = leased;
        if (target == null || !target.isSameServer(url)) {
            uses = 0;
        }
        target = url;
        if (!leased.isConnected()) {
            uses = 0;
            exchange.connecting();
            boolean connected = false;
            try {
                connections.connect(leased, TimeValue.of(limits.connect()), HttpClientContext.create());
                connected = true;
            } finally {
                if (!connected) {
                    leased.close(CloseMode.IMMEDIATE);
                }
            }
        }
        return leased;
    }

    /** Breaks off what is under way. */
    void breakOff() {
        ConnectionEndpoint held = endpoint;
        if (held != null) {
            held.close(CloseMode.IMMEDIATE);
        }
    }

    /**
     * Gives the connection back; where somebody still sends over it whom nobody waits for any more, once that has ended, so
     * that no other request gets into its midst.
     */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (!isBusy) {
            giveBack();
        }
    }

    private void giveBack() {
        ConnectionEndpoint held = endpoint;
        if (held != null) {
            endpoint = null;
            connections.release(held, null, KEPT_OPEN);
        }
    }
}
