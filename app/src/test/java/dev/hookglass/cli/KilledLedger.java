package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.store.EventStore;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What clients sent to a receiver that is killed, what it acknowledged, and what was found in its file. Each request has a
 * target of its own, which is its name here.
 */
final class KilledLedger {
    private static final int PAGE = 500;
    private static final int LARGEST_BODY = 8 << 20;

    private final AtomicLong names = new AtomicLong();
    private final Map<String, String> sentHashes = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> stored = new HashSet<>();
    private final Set<String> notAsSent = new HashSet<>();
    private long lastId;

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<String> stored() {
        return stored;
    }

    /** What is listed, but without its head and body, or with other bytes. */
    Set<String> notAsSent() {
        return notAsSent;
    }

    /** Posts on one connection until the receiver is gone. Nothing is sent twice. */
    void postUntilItFails(int port, Random random) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String name = "/kill/" + names.incrementAndGet();
                Bytes body = body(random);
                sentHashes.put(name, body.sha256());
                send(socket.getOutputStream(), name, body);
                if (status(in) / 100 == 2) {
                    acknowledged.add(name);
                }
            }
        } catch (IOException killed) {
            // The receiver is gone, as it should be.
        }
    }

    /** Most bodies are small, some large, and one in two hundred is of megabytes. */
    private static Bytes body(Random random) {
        int dice = random.nextInt(200);
        int most = dice == 0 ? LARGEST_BODY : dice < 10 ? 1 << 20 : 8 << 10;
        byte[] body = new byte[1 + random.nextInt(random.nextInt(1, most))];
        random.nextBytes(body);
        return Bytes.wrap(body);
    }

    private static void send(OutputStream out, String name, Bytes body) throws IOException {
        byte[] head = ("POST " + name + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.size()];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body.array(), 0, whole, head.length, body.size());
        out.write(whole);
    }

    /** Reads an answer whole and gives its status. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** Reads the events that were stored since the last time: each must be there once. */
    void readStored(EventStore events) throws Problem {
        List<EventSummary> page;
        do {
            page = events.newer(EventFilter.ALL, lastId, PAGE);
            for (EventSummary event : page) {
                lastId = event.id();
                Optional<CapturedEvent> found = events.find(event.id());
                String sent = sentHashes.get(event.target());
                if (found.filter(CapturedEvent::isIntact).filter(whole -> whole.body().sha256().equals(sent))
                        .isEmpty()) {
                    notAsSent.add(event.target());
                    continue;
                }
                assertTrue(stored.add(event.target()), () -> event.target() + " is there twice");
            }
        } while (page.size() == PAGE);
    }
}
