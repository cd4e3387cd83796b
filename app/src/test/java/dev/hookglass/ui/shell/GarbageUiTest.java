package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Rejection.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that are none, by the thousand: each is counted, some are told of, and events come through all the same. */
class GarbageUiTest extends WithWindow {
    private static final byte[] GARBAGE = "\u0001\u0002 nothing that anybody knows\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final int SENDERS = 4;
    private static final int MOST_LISTED = 100;
    /** A connection each that was kept would take more. */
    private static final long MOST_BYTES = 128L << 20;

    @Test
    void aThousand_areCountedAndListed() throws Exception {
        flood(1_000);
    }

    @Test
    @Tag("long")
    void aHundredThousand_areCountedAndListed() throws Exception {
        flood(100_000);
    }

    private void flood(int requests) throws Exception {
        long before = usedBytes();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> send(requests / SENDERS)));
            }
            post("/elsewhere", "{}", "X-Number", "1");
            await(() -> rows().size() == 1);
            openList();
            for (Future<?> each : sending) {
                each.get();
            }
        }
        String counted = String.format("rejected %,d", requests);
        await(() -> lookup(".status-bar .hyperlink").queryAllAs(Hyperlink.class).stream()
                .anyMatch(link -> counted.equals(link.getText())));
        assertEquals(Map.of(Reason.MALFORMED, (long) requests), workbench.events().rejections());
        closeList();
        openList();
        await(() -> listed() == MOST_LISTED);
        assertTrue(usedBytes() - before < MOST_BYTES, "memory goes with the connections");
        assertEquals(1, rows().size());
    }

    private void openList() {
        onFx(() -> {
            lookup(".status-bar .hyperlink").<Hyperlink>query().fire();
            return true;
        });
        await(() -> listed() > 0);
    }

    private void closeList() {
        clickOn("Close");
        await(() -> lookup(".rejections").queryAll().isEmpty());
    }

    /** Told of in the list. */
    private int listed() {
        return (int) lookup(".rejections .strong").queryAll().stream().filter(line -> line.getParent() instanceof VBox)
                .count();
    }

    private Void send(int requests) throws IOException {
        URI url = URI.create(workbench.url().orElseThrow());
        for (int i = 0; i < requests; i++) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.getOutputStream().write(GARBAGE);
                // The answer, and then the end.
                assertTrue(socket.getInputStream().readAllBytes().length > 0);
            }
        }
        return null;
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
