package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.RequestHead;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A receiver with a recorder behind it and a client before it, anew for each test. */
abstract class WithReceiver {
    static final int LIMIT = 100_000;
    static final String GOOD = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    final Recorder sink = new Recorder();
    Receiver receiver;
    RawClient client;

    /** How this test's receiver listens. */
    ReceiverSettings settings() throws Exception {
        return new ReceiverSettings("127.0.0.1", 0, LIMIT, Duration.ofSeconds(30));
    }

    @BeforeEach
    final void startReceiver() throws Exception {
        receiver = start(settings());
        client = new RawClient(receiver.port());
    }

    @AfterEach
    final void stopReceiver() throws Exception {
        client.close();
        receiver.close();
        whenStopped();
    }

    /** What must be true when nothing more can come. */
    void whenStopped() {}

    /** Another receiver, with the same recorder behind it. */
    final Receiver start(ReceiverSettings other) throws Exception {
        return Receiver.start(other, folder.resolve("incoming"), sink);
    }

    final ReceivedRequest received(String wire) throws Exception {
        client.send(wire);
        ReceivedRequest request = sink.request();
        assertEquals(200, client.answer().status());
        return request;
    }

    final RequestHead head(String wire) throws Exception {
        return RequestHead.parse(received(wire).head());
    }
}
