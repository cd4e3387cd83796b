package dev.hookglass.receiver;

import dev.hookglass.event.Bytes;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.util.regex.Pattern;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.ssl.SslConnection;

/** A connection's TLS handshake: whether it came about, and if not, why. */
final class TlsHandshake {
    private static final OptionMap OPTIONS = OptionMap.create(Options.SSL_ENABLED_PROTOCOLS,
            Sequence.of("TLSv1.3", "TLSv1.2"));
    private static final Pattern HTTP = Pattern.compile("[A-Z]{3,12} \\S*.*", Pattern.DOTALL);
    private static final int HANDSHAKE_RECORD = 0x16;
    private static final int HELLO_VERSION = 9;
    static final String DISTRUST = "the sender does not trust the certificate; have it trust the file that “hookglass"
            + " certificate” or “Export certificate…” writes";

    private final WireStart wire;
    private final SslConnection connection;
    private volatile boolean done;

    private TlsHandshake(WireStart wire, SslConnection connection) {
        this.wire = wire;
        this.connection = connection;
    }

    /** Expects TLS on a connection that was just accepted. */
    static TlsHandshake over(StreamConnection plain, UndertowXnioSsl tls) {
        WireStart wire = new WireStart(plain.getSourceChannel().getConduit());
        plain.getSourceChannel().setConduit(wire);
        SslConnection connection = tls.wrapExistingConnection(plain, OPTIONS, false);
        TlsHandshake handshake = new TlsHandshake(wire, connection);
        connection.getHandshakeSetter().set(_ -> handshake.done = true);
        return handshake;
    }

    /** What is inside TLS. */
    StreamConnection connection() {
        return connection;
    }

    boolean isDone() {
        return done;
    }

    /** What came first, before any decryption. */
    Bytes firstBytes() {
        return wire.bytes();
    }

    /**
     * Why it failed, and what to do.
     *
     * @param message what TLS says of it; empty if it says nothing
     */
    String words(String message) {
        byte[] first = wire.bytes().array();
        if (HTTP.matcher(wire.bytes().latin1()).matches()) {
            return "plain HTTP was spoken to the HTTPS port; use a URL that begins with https://, or the plain port";
        }
        if (first.length > 0 && first[0] != HANDSHAKE_RECORD) {
            return "what came to the HTTPS port is not TLS";
        }
        if (message.contains("unknown_ca") || message.contains("certificate_") || message.contains("bad_certificate")) {
            return DISTRUST;
        }
        if (message.contains("protocol") || isOld(first)) {
            return "the sender speaks no version of TLS that is safe; have it speak 1.2 or 1.3";
        }
        if (message.contains("cipher") || message.contains("handshake_failure")) {
            return "the sender and Hookglass have no way of encryption in common; have it speak TLS 1.2 or 1.3";
        }
        return "the TLS handshake failed, most often because " + DISTRUST;
    }

    /** Whether the newest version that its hello names is older than 1.2 (RFC 8446 §4.1.2: newer ones say 3.3 there). */
    private static boolean isOld(byte[] first) {
        return first.length > HELLO_VERSION + 1 && first[HELLO_VERSION] == 3 && first[HELLO_VERSION + 1] < 3;
    }
}
