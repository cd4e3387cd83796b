package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Failed;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over HTTP/1.1, byte for byte: target, header order, case and duplicates, and body as given. It adds
 * nothing but Host and Content-Length (see {@link ConnectionHeaders}), follows no redirect, tries nothing twice, keeps no
 * cookies and unpacks no body. Certificates are checked as Java does everywhere on this machine, but for those that a person
 * has accepted; what is on the internet gets nothing before a person has allowed it. For use by any number of threads at
 * once.
 */
public final class Sender implements AutoCloseable {
    /** How many requests to one target are under way at a time; more wait, and their waiting counts. */
    public static final int CONNECTIONS_PER_TARGET = 64;

    private final SenderLimits limits;
    private final Permissions permissions;
    private final Supplier<X509ExtendedTrustManager> trust;
    private @Nullable PoolingHttpClientConnectionManager connections;
    private @Nullable IdleConnectionEvictor evictor;
    private volatile boolean closed;

    /** One to which nothing is allowed beyond what needs no permission. */
    public Sender() {
        this(SenderLimits.DEFAULT, Permissions.NONE);
    }

    public Sender(SenderLimits limits, Permissions permissions) {
        this(limits, permissions, PinnedTrust::ofThisMachine);
    }

    /** With another idea of whom to trust, for tests. */
    Sender(SenderLimits limits, Permissions permissions, Supplier<X509ExtendedTrustManager> trust) {
        this.limits = limits;
        this.permissions = permissions;
        this.trust = trust;
    }

    /** Made when the first request is sent: to read this machine's certificates takes a tenth of a second. */
    private synchronized PoolingHttpClientConnectionManager connections() {
        PoolingHttpClientConnectionManager made = connections;
        if (made == null) {
            made = make();
            connections = made;
            if (closed) {
                made.close(CloseMode.IMMEDIATE);
            } else {
                // A target that is being stopped must not wait for connections that nobody needs.
                IdleConnectionEvictor eviction = new IdleConnectionEvictor(made, Line.KEPT_OPEN, Line.KEPT_OPEN);
                eviction.start();
                evictor = eviction;
            }
        }
        return made;
    }

    private PoolingHttpClientConnectionManager make() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(_ -> new QuietConnection())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        PinnedTrust.context(new PinnedTrust(trust.get(), permissions)),
                        HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE))
                .setDnsResolver(new GuardedResolver(permissions))
                // Nothing is sent twice, so a connection that the target has closed must be found out before it is used.
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setMaxConnPerRoute(CONNECTIONS_PER_TARGET)
                .setMaxConnTotal(4 * CONNECTIONS_PER_TARGET)
                .build();
    }

    /**
     * Sends and waits for the answer; at most as long as the limits say. Whatever goes wrong is an outcome, told in words.
     * Interrupting the calling thread ends the exchange at once, the thread stays interrupted.
     */
    public Outcome send(OutboundRequest request) {
        try (Line line = new Line(connections(), limits)) {
            Exchange exchange = new Exchange(limits, request);
            return request.objection().<Outcome>map(objection -> new Failed(exchange.time(), objection))
                    .orElseGet(() -> inTime(exchange, line));
        }
    }

    /** For a thread that sends many requests. */
    Lane lane() {
        return new Lane(this, () -> new Line(connections(), limits), limits);
    }

    /** Sends over a connection that is perhaps still to be made, and ends in time, whatever hangs. */
    Outcome inTime(Exchange exchange, Line line) {
        // On a thread of its own, since only a virtual thread's socket is closed by an interrupt, and since neither looking
        // up a host nor an answer that trickles in has a time limit that could be set.
        FutureTask<Outcome> task = new FutureTask<>(() -> line.send(exchange));
        Thread.ofVirtual().name("exchange").start(task);
        try {
            return task.get(limits.total().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cancelled(exchange);
        } catch (TimeoutException e) {
            return new Failed(exchange.time(), FailureWords.timedOut(exchange));
        } catch (ExecutionException e) {
            return failed(exchange, Objects.requireNonNull(e.getCause()));
        } finally {
            task.cancel(true);
        }
    }

    Failed failed(Exchange exchange, Throwable cause) {
        return new Failed(exchange.time(), closed
                ? "Sending was cancelled, since Hookglass was closed."
                : FailureWords.of(exchange, cause));
    }

    static Failed cancelled(Exchange exchange) {
        return new Failed(exchange.time(), "Sending was cancelled; the target may have received the request.");
    }

    /** Ends every exchange that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (evictor != null) {
            evictor.shutdown();
        }
        if (connections != null) {
            connections.close(CloseMode.IMMEDIATE);
        }
    }
}
