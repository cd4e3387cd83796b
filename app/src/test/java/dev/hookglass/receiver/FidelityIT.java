package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated requests arrive as they were sent, to the byte. */
class FidelityIT extends WithReceiver {
    private static final long SEED = 42;
    private static final int REQUESTS = 500;
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "post", "M-SEARCH",
            "X!#$%&'*+.^_`|~09");
    private static final List<String> TARGETS = List.of("/", "/a%2Fb", "/a;b=1/c;d", "//a//b/", "/a/../b/./c", "/?",
            "/a?b?c", "/a?%2f=%2F&=&;", "/a?", "/%C3%A4", "/\u00c3\u00a4", "/a|b{c}", "http://x/a?b", "/+%20");
    private static final List<String> NAMES = List.of("X-Dup", "x-dup", "X-DUP", "Accept", "aCCept", "Z",
            "!#$%&'*+.^_`|~",
            "User-Agent", "Content-Type", "Cookie");
    private static final List<String> VALUES = List.of("", " ", " a", "  a  b  ", "\tc\t", " \u00e9\u0080\u00ff",
            " a: b; c=\"d\"",
            " %2F", " a,b,,c", " \u00c3\u00a4");

    private final Tls tls = new Tls();
    private final Random random = new Random(SEED);

    private record Request(String head, Bytes body, Bytes wire) {}

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Request request() {
        byte[] body = new byte[random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(200)];
        random.nextBytes(body);
        boolean chunked = random.nextBoolean();
        List<String> lines = new ArrayList<>();
        lines.add((random.nextBoolean() ? "Host: " : "hOSt:") + "x");
        lines.add(chunked ? "transfer-Encoding: chunked" : "Content-length: " + body.length);
        int more = random.nextInt(12);
        for (int i = 0; i < more; i++) {
            lines.add(random.nextInt(lines.size() + 1), any(NAMES) + ":" + any(VALUES));
        }
        String head = any(METHODS) + " " + any(TARGETS) + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(Bytes.ofLatin1(head).array());
        if (chunked) {
            writeChunks(wire, body);
        } else {
            wire.writeBytes(body);
        }
        return new Request(head, Bytes.wrap(body), Bytes.wrap(wire.toByteArray()));
    }

    private void writeChunks(ByteArrayOutputStream wire, byte[] body) {
        int at = 0;
        while (at < body.length) {
            int size = Math.min(body.length - at, 1 + random.nextInt(5_000));
            String extension = random.nextInt(3) == 0 ? ";name=\"value\"" : "";
            wire.writeBytes(Bytes.ofLatin1("00" + Integer.toHexString(size) + extension + "\r\n").array());
            wire.write(body, at, size);
            wire.writeBytes(Bytes.ofLatin1("\r\n").array());
            at += size;
        }
        wire.writeBytes(Bytes.ofLatin1(random.nextBoolean() ? "0\r\n\r\n" : "0\r\nTrailer: x\r\n\r\n").array());
    }

    @Override
    ReceiverSettings settings() throws Exception {
        return super.settings().withHttps(0, tls.certificate());
    }

    @Test
    void generatedRequests_arriveAsTheyWereSent() throws Exception {
        int sent = 0;
        while (sent < REQUESTS) {
            try (RawClient sender = new RawClient(receiver.port())) {
                sent += keptAlive(sender, "http");
            }
        }
    }

    @Test
    void generatedRequests_arriveAsTheyWereSentOverHttps() throws Exception {
        int sent = 0;
        while (sent < REQUESTS) {
            try (RawClient sender = tls.client(receiver)) {
                sent += keptAlive(sender, "https");
            }
        }
    }

    /** Up to 20 requests on one connection, some of them in groups that are sent at once, and in pieces of any size. */
    private int keptAlive(RawClient sender, String scheme) throws Exception {
        int sent = 0;
        while (sent < 20) {
            List<Request> group = new ArrayList<>();
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                Request next = request();
                group.add(next);
                wire.writeBytes(next.wire().array());
            }
            byte[] bytes = wire.toByteArray();
            int cut = random.nextInt(bytes.length);
            sender.send(Arrays.copyOf(bytes, cut)).send(Arrays.copyOfRange(bytes, cut, bytes.length));
            for (Request request : group) {
                assertEquals(200, sender.answer().status(), request.head());
                ReceivedRequest received = sink.request();
                assertEquals(scheme, received.scheme());
                assertEquals(request.head(), received.head().latin1());
                assertEquals(request.body(), received.body());
            }
            sent += group.size();
        }
        return sent;
    }
}
