package dev.hookglass.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.awaitility.Awaitility.await;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Rejection.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bodies that lie on disk while they arrive. */
class LargeBodiesIT extends WithReceiver {
    private static final int LARGE = (3 << 20) + 17;

    private final Tls tls = new Tls();

    @Override
    ReceiverSettings settings() throws Exception {
        return super.settings().withMaxBody(4 << 20).withHttps(0, tls.certificate());
    }

    private static byte[] body(int seed) {
        byte[] body = new byte[LARGE];
        new Random(seed).nextBytes(body);
        return body;
    }

    private static String announced(int length) {
        return "POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private List<Path> files() throws IOException {
        Path incoming = folder.resolve("incoming");
        if (!Files.exists(incoming)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(incoming)) {
            return files.toList();
        }
    }

    @Test
    void anAnnouncedLargeBody_arrivesToTheByteAndLeavesNoFile() throws Exception {
        for (int i = 0; i < 3; i++) {
            client.send(announced(LARGE)).send(body(i));
            assertEquals(200, client.answer().status());
            ReceivedRequest request = sink.request();
            assertEquals(Bytes.wrap(body(i)), request.body());
            assertEquals(Bytes.wrap(body(i)).sha256(), request.body().sha256());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aLargeBodyInTls_arrivesToTheByte() throws Exception {
        try (RawClient sender = tls.client(receiver)) {
            sender.send(announced(LARGE)).send(body(7)).send(GOOD);
            assertEquals(200, sender.answer().status());
            assertEquals(Bytes.wrap(body(7)), sink.request().body());
            assertEquals(200, sender.answer().status());
        }
    }

    @Test
    void aChunkedLargeBody_arrivesToTheByte() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send(Integer.toHexString(LARGE) + "\r\n").send(body(8)).send("\r\n0\r\n\r\n" + GOOD);

        assertEquals(Bytes.wrap(body(8)), sink.request().body());
        assertEquals(200, client.answer().status());
        assertEquals(200, client.answer().status());
    }

    @Test
    void aChunkedBodyThatGrowsOverTheLimit_is413AndLeavesNoFile() throws Exception {
        client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send("500000\r\n").send(new byte[(4 << 20) + 1]);

        assertEquals(Reason.TOO_LARGE, sink.rejection().reason());
        assertEquals(413, client.answer().status());
        await().until(() -> files().isEmpty());
    }

    @Test
    void theFileOfABodyOnItsWay_isItsOwnersOnlyAndGoesWithItsSender() throws Exception {
        client.send(announced(LARGE)).send(new byte[1 << 20]);
        await().until(() -> files().size() == 1 && Files.size(files().getFirst()) > 0);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())));
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("incoming"))));
        }
        client.reset();

        assertEquals(Reason.INCOMPLETE, sink.rejection().reason());
        await().until(() -> files().isEmpty());
    }

    @Test
    void aLargeBodyThatTakesTooLong_isCutOffAndLeavesNoFile() throws Exception {
        try (Receiver hasty = start(settings().withDeadlines(Duration.ofMillis(500), LONG, LONG));
                RawClient sender = new RawClient(hasty.port())) {
            sender.send(announced(LARGE)).send(new byte[1 << 20]);

            assertEquals(Reason.TIMED_OUT, sink.rejection().reason());
            assertTrue(sender.isEnded());
            await().until(() -> files().isEmpty());
        }
    }

    @Test
    void aLargeBody_waitsForRoomAndIsThenTaken() throws Exception {
        sink.waitingOnce();
        try (Receiver tight = start(settings().withMostBytesHeld(4 << 20));
                RawClient first = new RawClient(tight.port());
                RawClient second = new RawClient(tight.port())) {
            first.send(announced(LARGE)).send(body(1));
            Consumer<Reply> answer = sink.unanswered();
            sink.request();
            second.send(announced(LARGE)).send(body(2));
            await().until(() -> files().size() == 1 && Files.size(files().getFirst()) > 2 << 20);
            assertTrue(sink.isEmpty());
            answer.accept(Reply.of(200));

            assertEquals(200, first.answer().status());
            assertEquals(Bytes.wrap(body(2)), sink.request().body());
            assertEquals(200, second.answer().status());
        }
    }

    @Test
    void aLargeBodyThatFindsNoRoomInTime_isAskedToComeLater() throws Exception {
        sink.waitingOnce();
        try (Receiver tight = start(settings().withMostBytesHeld(4 << 20)
                .withDeadlines(Duration.ofSeconds(2), LONG, LONG));
                RawClient first = new RawClient(tight.port());
                RawClient second = new RawClient(tight.port())) {
            first.send(announced(LARGE)).send(body(1));
            Consumer<Reply> answer = sink.unanswered();
            sink.request();
            second.send(announced(LARGE)).send(body(2));

            assertEquals(503, second.answer().status());
            assertEquals(Reason.BUSY, sink.rejection().reason());
            answer.accept(Reply.of(200));
            assertEquals(200, first.answer().status());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void aFolderThatCannotBeWritten_is503InWords() throws Exception {
        Files.writeString(folder.resolve("incoming"), "a file where the folder would be");
        client.send(announced(LARGE)).send(new byte[1 << 20]);

        assertEquals(Reason.NOT_STORED, sink.rejection().reason());
        RawClient.Answer answer = client.answer();
        assertEquals(503, answer.status());
        assertTrue(answer.body().utf8().contains("no room on the disk"), answer.body().utf8());
    }

    @Test
    void whatACrashLeft_isDeleted() throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        Path left = Files.writeString(incoming.resolve("body123.part"), "half a body");
        Path other = Files.writeString(incoming.resolve("other"), "not ours");
        Receiver.clear(incoming);

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(other));
    }
}
