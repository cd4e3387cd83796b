package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.store.SmallDisk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The window on a disk that is full for a while. */
class DiskFullUiTest extends WithWindow {
    @BeforeAll
    static void takeASmallDisk() {
        SmallDisk.insertForAll();
    }

    @AfterAll
    static void giveItBack() {
        SmallDisk.remove();
    }

    private int send() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + "/full"))
                .POST(BodyPublishers.ofString("x".repeat(10_000)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private boolean saysThatItIsFull() {
        return lookup(".banner .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains("is full"));
    }

    @Test
    void aFullDisk_isShownUntilThereIsRoomAgain() throws Exception {
        assertEquals(200, send());
        await(() -> rows().size() == 1);
        assertFalse(onFx(this::saysThatItIsFull));

        SmallDisk.ROOM.set(0);
        try {
            assertEquals(503, send());
            await(this::saysThatItIsFull);
            assertEquals(1, rows().size());
        } finally {
            SmallDisk.ROOM.set(Long.MAX_VALUE);
        }

        await(() -> !saysThatItIsFull());
        assertEquals(200, send());
        await(() -> rows().size() == 2);
    }
}
