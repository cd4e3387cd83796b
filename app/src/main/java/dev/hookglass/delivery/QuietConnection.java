package dev.hookglass.delivery;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * A connection to a target. Unlike HttpClient's own it logs no header and no body at any level, since these hold secrets;
 * and it looks whether the target has closed it only when that can be, since looking takes a millisecond.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {
    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxLineLength(64 << 10)
            .setMaxHeaderCount(1_000)
            .build();
    private static final Duration SURELY_OPEN = Duration.ofMillis(50);

    private int uses;
    private long idleSinceNanos;

    QuietConnection() {
        super("target", StandardCharsets.ISO_8859_1.newDecoder(), StandardCharsets.ISO_8859_1.newEncoder(), CONFIG,
                null,
                null, ExactRequestWriter::new,
                // HttpClient's own would skip lines until one looks like HTTP, and wait for it.
                new DefaultHttpResponseParserFactory(CONFIG));
    }

    @Override
    public void passivate() {
        super.passivate();
        uses++;
        idleSinceNanos = System.nanoTime();
    }

    /** A target that has kept the connection open after one answer will not close it right after the next. */
    static boolean isSurelyOpen(int uses, Duration idle) {
        return uses > 1 && idle.compareTo(SURELY_OPEN) < 0;
    }

    @Override
    public boolean isStale() throws IOException {
        return !isSurelyOpen(uses, Duration.ofNanos(System.nanoTime() - idleSinceNanos)) && super.isStale();
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bind(new SocketHolder(sslSocket, socket));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
