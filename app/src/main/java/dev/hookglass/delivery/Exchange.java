package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer, on one connection. It drives the connection itself rather than through HttpClient's chain of
 * helpers: whatever adds a header, follows a redirect, tries again, unpacks or remembers is then simply not there.
 */
final class Exchange {
    /** How long a connection waits for the next request; one that is idle for longer is closed by many servers. */
    static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(1);

    private static final Set<String> ALWAYS_WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private final HttpClientConnectionManager connections;
    private final SenderLimits limits;
    private final OutboundRequest request;
    private final long startNanos = System.nanoTime();
    private volatile Stage stage = Stage.QUEUED;
    private volatile int status;

    /** How far it got, for telling what went wrong. */
    enum Stage {
        QUEUED, CONNECTING, WAITING, READING
    }

    Exchange(HttpClientConnectionManager connections, SenderLimits limits, OutboundRequest request) {
        this.connections = connections;
        this.limits = limits;
        this.request = request;
    }

    Stage stage() {
        return stage;
    }

    /** The status of the answer, once the stage is {@link Stage#READING}. */
    int status() {
        return status;
    }

    TargetUrl url() {
        return request.url();
    }

    SenderLimits limits() {
        return limits;
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Sends and reads the answer. An interrupt of a virtual thread that runs this ends it at once. */
    Answered run()
            throws IOException, HttpException, InterruptedException, ExecutionException, TimeoutException {
        TargetUrl url = request.url();
        HttpHost host = new HttpHost(url.scheme(), url.host(), url.port());
        Timeout patience = Timeout.of(limits.total());
        ConnectionEndpoint endpoint = connections
                .lease("", new HttpRoute(host, null, url.isSecure()), Timeout.DISABLED, null)
                .get(patience);
        boolean complete = false;
        try {
            HttpClientContext context = HttpClientContext.create();
            if (!endpoint.isConnected()) {
                stage = Stage.CONNECTING;
                connections.connect(endpoint, TimeValue.of(limits.connect()), context);
            }
            stage = Stage.WAITING;
            ClassicHttpRequest wire = wireRequest(host);
            ClassicHttpResponse response = endpoint.execute("", wire, new HttpRequestExecutor()::execute, context);
            status = response.getCode();
            stage = Stage.READING;
            Answered answer = read(response);
            if (answer.truncated()
                    || !DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(wire, response, context)) {
                endpoint.close(CloseMode.GRACEFUL);
            }
            complete = true;
            return answer;
        } finally {
            if (!complete) {
                // A polite goodbye would first wait for a connection that is stuck.
                endpoint.close(CloseMode.IMMEDIATE);
            }
            connections.release(endpoint, null, KEPT_OPEN);
        }
    }

    private ClassicHttpRequest wireRequest(HttpHost host) {
        TargetUrl url = request.url();
        BasicClassicHttpRequest wire = new BasicClassicHttpRequest(request.method(), host, url.requestTarget());
        wire.addHeader("Host", url.authority());
        request.headers().stream()
                .filter(header -> !ConnectionHeaders.include(header))
                .forEach(header -> wire.addHeader(header.name(), header.value()));
        if (!request.body().isEmpty() || ALWAYS_WITH_LENGTH.contains(request.method())) {
            wire.addHeader("Content-Length", request.body().size());
            wire.setEntity(new ByteArrayEntity(request.body().array(), (ContentType) null));
        }
        return wire;
    }

    private Answered read(ClassicHttpResponse response) throws IOException {
        List<Header> headers = Arrays.stream(response.getHeaders())
                .map(header -> new Header(header.getName(), Objects.requireNonNullElse(header.getValue(), "")))
                .toList();
        String reasonPhrase = Objects.requireNonNullElse(response.getReasonPhrase(), "");
        Bytes body = Bytes.EMPTY;
        boolean truncated = false;
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            InputStream content = entity.getContent();
            body = Bytes.wrap(content.readNBytes(limits.answerBytes()));
            truncated = body.size() == limits.answerBytes() && content.read() >= 0;
        }
        return new Answered(time(), status, reasonPhrase, headers, body, truncated);
    }
}
