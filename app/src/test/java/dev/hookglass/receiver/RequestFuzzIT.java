package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.awaitility.Awaitility.await;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutated requests: each becomes an event or a rejection, and none of them hurts the next. */
class RequestFuzzIT extends WithReceiver {
    private static final long SEED = 20_261_121;
    private static final int INPUTS = 10_000;
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
    private static final String CHUNKED = "POST /c" + HOST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final List<String> SEEDS = List.of("GET /" + HOST + "\r\n", "GET /a%2Fb?c=d&e=%20" + HOST + "\r\n",
            "GET /a;b=c;d" + HOST + "\r\n", "GET //a/../b?" + HOST + "\r\n", "GET http://x/y" + HOST + "\r\n",
            "GET *" + HOST + "\r\n", "OPTIONS *" + HOST + "\r\n", "CONNECT x:1" + HOST + "\r\n",
            "HEAD /" + HOST + "\r\n",
            "DELETE /" + HOST + "\r\n", "PROPFIND /" + HOST + "\r\n", "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /\r\n\r\n", "GET" + HOST + "\r\n",
            "POST /" + HOST + "Content-Length: 5\r\n\r\nhello", "POST /" + HOST + "Content-Length: 0\r\n\r\n",
            "PUT /" + HOST + "content-length:3\r\n\r\n\0\u00ff\r",
            "POST /" + HOST + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi",
            "POST /" + HOST + "Expect: banana\r\nContent-Length: 2\r\n\r\nhi",
            "POST /" + HOST + "Connection: close\r\nContent-Length: 2\r\n\r\nhi", CHUNKED + "0\r\n\r\n",
            CHUNKED + "5\r\nhello\r\n0\r\n\r\n", CHUNKED + "5;a=b\r\nhello\r\n1\r\n!\r\n0\r\nT: u\r\n\r\n",
            CHUNKED + "A\r\n0123456789\r\n000\r\n\r\n", CHUNKED + "x\r\n\r\n", CHUNKED + "ffffffffffffffff\r\n",
            "POST /" + HOST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "POST /" + HOST + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            "POST /" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "GET /1" + HOST + "\r\nGET /2" + HOST + "\r\n",
            "POST /1" + HOST + "Content-Length: 1\r\n\r\naPOST /2" + HOST + "Content-Length: 1\r\n\r\nb",
            "GET /" + HOST + "A: b\r\n c\r\n\td\r\n\r\n",
            "GET /" + HOST + "Empty:\r\nX-Bytes: \u00e9\u0080\u00ff\r\n\r\n",
            "GET /" + HOST + "Cookie: a=b; c=\"d\"; $e\r\n\r\n",
            "GET /" + HOST + "Upgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            "GET /" + HOST + "Long: " + "l".repeat(20_000) + "\r\n\r\n",
            "GET /" + HOST + "A: b\r\n".repeat(210) + "\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "\r\n\r\nGET /" + HOST + "\r\n", "hello\r\n\r\n", "\0\0\0\0");
    private static final List<String> SPLICES = List.of("\r\n", "\n", "\r", "\0", " ", ":", "\t", "%", "%zz", "\u00ff",
            ";",
            "\r\n\r\n", "Content-Length: 7\r\n", "Transfer-Encoding: chunked\r\n", "Host: y\r\n", "0\r\n\r\n",
            "HTTP/1.1", "-1",
            "99999999999999999999", "\r\n ", "?", "//", "\u001b[31m");

    private final Random random = new Random(SEED);
    private final AtomicInteger told = new AtomicInteger();
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    private final RequestSink counting = new RequestSink() {
        @Override
        public void accept(ReceivedRequest request, Answering answer) {
            if (!request.head().latin1().startsWith("GET /good ")) {
                told.incrementAndGet();
            }
            Thread.startVirtualThread(() -> answer.accept(Reply.of(200)));
        }

        @Override
        public void reject(Rejection rejection) {
            told.incrementAndGet();
        }
    };

    @Test
    @Timeout(120)
    void mutatedRequests_areEachToldAndHarmNothing() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
        ReceiverSettings settings = new ReceiverSettings("127.0.0.1", 0, 10_000, Duration.ofSeconds(10));
        try (Receiver receiver = Receiver.start(settings, folder, counting)) {
            for (int i = 0; i < INPUTS; i++) {
                byte[] input = input(i);
                int already = told.get();
                exchange(receiver.port(), input);
                await("What was told of " + new Rejection(Instant.EPOCH, "", Rejection.Reason.MALFORMED, "",
                        Bytes.wrap(input)).firstText()).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                        .until(() -> told.get() > already);
                if (i % 100 == 99) {
                    goodIsAnswered(receiver.port());
                }
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), List.copyOf(uncaught));
    }

    /** Sends, says that it was all, and waits until the other side has nothing more to say. */
    private static void exchange(int port, byte[] input) throws IOException {
        try (RawClient client = new RawClient(port)) {
            try {
                client.send(input).halfClose();
            } catch (IOException refusedMeanwhile) {
                // What was sent until then is what counts.
            }
            client.drain();
        }
    }

    private static void goodIsAnswered(int port) throws IOException {
        try (RawClient client = new RawClient(port)) {
            assertEquals(200, client.send("GET /good HTTP/1.1\r\nHost: x\r\n\r\n").answer().status());
        }
    }

    private byte[] input(int number) {
        StringBuilder text = new StringBuilder(SEEDS.get(number % SEEDS.size()));
        int mutations = number < SEEDS.size() ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
            mutate(text);
        }
        return Bytes.ofLatin1(text.isEmpty() ? "G" : text.toString()).array();
    }

    private void mutate(StringBuilder text) {
        int place = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), place + 1 + random.nextInt(4));
        switch (random.nextInt(5)) {
            case 0 -> text.insert(place, SPLICES.get(random.nextInt(SPLICES.size())));
            case 1 -> text.delete(place, end);
            case 2 -> text.replace(place, end, String.valueOf((char) random.nextInt(256)));
            case 3 -> text.insert(place, text.substring(place, end));
            default -> text.setLength(Math.max(1, place));
        }
    }
}
