package dev.hookglass.delivery;

import dev.hookglass.delivery.Outcome.Answered;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
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

/**
 * One request and its answer, on one connection. It drives the connection itself rather than through HttpClient's chain of
 * helpers: whatever adds a header, follows a redirect, tries again, unpacks or remembers is then simply not there.
 */
final class Exchange {
    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();
    private static final Set<String> ALWAYS_WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    private final SenderLimits limits;
    private final OutboundRequest request;
    private final long startNanos = System.nanoTime();
    private volatile Stage stage = Stage.QUEUED;
    private volatile int status;

    /** How far it got, for telling what went wrong. */
    enum Stage {
        QUEUED, CONNECTING, WAITING, READING
    }

    Exchange(SenderLimits limits, OutboundRequest request) {
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

    /** A connection is being made for it. */
    void connecting() {
        stage = Stage.CONNECTING;
    }

    /** How long it has been under way. */
    boolean isOverdue() {
        return time().compareTo(limits.total()) > 0;
    }

    /** Sends over a connection and reads the answer; closes the connection unless another request may follow. */
    Answered over(ConnectionEndpoint endpoint) throws IOException, HttpException {
        boolean complete = false;
        try {
            HttpClientContext context = HttpClientContext.create();
            stage = Stage.WAITING;
            ClassicHttpRequest wire = wireRequest();
            ClassicHttpResponse response = endpoint.execute("", wire, EXECUTOR::execute, context);
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
        }
    }

    private ClassicHttpRequest wireRequest() {
        TargetUrl url = request.url();
        BasicClassicHttpRequest wire = new BasicClassicHttpRequest(request.method(),
                new HttpHost(url.scheme(), url.host(), url.port()), url.requestTarget());
        wire.addHeader("Host", url.authority());
        for (Header header : request.headers()) {
            if (!ConnectionHeaders.include(header)) {
                wire.addHeader(header.name(), header.value());
            }
        }
        if (!request.body().isEmpty() || ALWAYS_WITH_LENGTH.contains(request.method())) {
            wire.addHeader("Content-Length", request.body().size());
            wire.setEntity(new ByteArrayEntity(request.body().array(), (ContentType) null));
        }
        return wire;
    }

    private Answered read(ClassicHttpResponse response) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : response.getHeaders()) {
            headers.add(new Header(header.getName(), Objects.requireNonNullElse(header.getValue(), "")));
        }
        String reasonPhrase = Objects.requireNonNullElse(response.getReasonPhrase(), "");
        Bytes body = Bytes.EMPTY;
        boolean truncated = false;
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            InputStream content = entity.getContent();
            long length = entity.getContentLength();
            // A length that is known saves a buffer for what may come, and a copy.
            int expected = length < 0 ? limits.answerBytes() : (int) Math.min(length, limits.answerBytes());
            body = Bytes.wrap(content.readNBytes(expected));
            truncated = body.size() == limits.answerBytes() && content.read() >= 0;
        }
        return new Answered(time(), status, reasonPhrase, headers, body, truncated);
    }
}
