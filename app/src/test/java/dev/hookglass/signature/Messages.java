package dev.hookglass.signature;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Messages to judge. */
final class Messages {
    static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    private Messages() {}

    static SignedMessage of(Bytes body, Header... headers) {
        return new SignedMessage(new RequestHead("POST", "/hook", "HTTP/1.1", List.of(headers)), body, AT);
    }

    static SignedMessage with(Header... headers) {
        return of(Bytes.ofUtf8("{}"), headers);
    }

    /** A captured request: {@code name.head} and {@code name.body} beside this class. */
    static SignedMessage captured(String name) throws IOException {
        return new SignedMessage(RequestHead.parse(resource(name + ".head")), resource(name + ".body"), AT);
    }

    /** The same message with the headers that a scheme makes for it. */
    static SignedMessage signed(SignedMessage message, Scheme scheme, Secret secret) {
        RequestHead head = message.head();
        List<Header> headers = Stream.concat(head.headers().stream(), scheme.sign(message, secret).stream()).toList();
        return new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                message.body(), message.time(), message.publicUrl());
    }

    private static Bytes resource(String name) throws IOException {
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("There is no test resource " + name);
            }
            return Bytes.wrap(in.readAllBytes());
        }
    }
}
