package dev.hookglass.bench;

import dev.hookglass.ui.events.EventRow;
import dev.hookglass.ui.shell.Shell;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** The window in a process of its own, which shows large bodies one after another and prints how long each took. */
final class LargeUnderTest {
    private static final String ITEM = "{\"id\":\"870825113a12950a7eeeb64a64236dff\",\"version\":3.10,\"archived\":false},";
    private static final String SMALL = "[{\"first\":1}]";

    private final Workbench workbench;
    private final Scene scene;
    private final Heartbeat heart = new Heartbeat();
    private final HttpClient client = HttpClient.newHttpClient();
    private int sent;

    private LargeUnderTest(Workbench workbench, Scene scene) throws Exception {
        this.workbench = workbench;
        this.scene = scene;
    }

    /** Takes the data folder. */
    public static void main(String[] arguments) throws Exception {
        Workbench workbench = Workbench.open(Path.of(arguments[0]));
        Stage[] stages = new Stage[1];
        Platform.startup(() -> {
            stages[0] = new Stage();
            new Shell(stages[0], workbench, OptionalInt.of(0), _ -> {}).show();
        });
        WindowUnderTest.await(() -> stages[0] != null && stages[0].isShowing() && workbench.url().isPresent());
        try {
            new LargeUnderTest(workbench, stages[0].getScene()).run();
        } finally {
            // The FX thread would keep the process.
            Platform.runLater(() -> Runtime.getRuntime().halt(0));
        }
    }

    private void run() throws Exception {
        // The first body of all loads what bodies are shown with.
        show("small JSON, the first of all", SMALL, () -> treeSays("first"), "");
        String one = ITEM.repeat((10 << 20) / ITEM.length());
        String items = String.format("%,d items", (10 << 20) / ITEM.length() + 1);
        show("10 MiB of JSON in one line", "{\"first\":[" + one + "{}]}", () -> treeSays(items), "500");
        show("10 MiB of JSON in one line again", "{\"second\":[" + one + "{}]}",
                () -> treeSays("second") && treeSays(items), "500");
        show("10 MiB of JSON as a list of its own", "[" + one + "[]]", () -> treeSays(items), "500");
        String text = "{\"text\":\"" + "The quick brown fox. ".repeat((10 << 20) / 21) + "\"}";
        show("10 MiB of JSON in one string", text, () -> treeSays("quick brown"), "500");
        show("5,000 levels", "[".repeat(5_000) + "]".repeat(5_000), () -> treeSays("1 item"), "500");
        byte[] bytes = new byte[50 << 20];
        new Random(1).nextBytes(bytes);
        show("50 MiB of random bytes", "application/octet-stream", bytes, () -> hexSays("00000000"), "500");
    }

    private void show(String what, String json, BooleanSupplier isShown, String reach) throws Exception {
        show(what, "application/json", json.getBytes(StandardCharsets.UTF_8), isShown, reach);
    }

    private void show(String what, String type, byte[] body, BooleanSupplier isShown, String reach) throws Exception {
        post(type, body);
        @SuppressWarnings("unchecked")
        TableView<EventRow> table = (TableView<EventRow>) scene.lookup(".events");
        int expected = ++sent;
        WindowUnderTest.await(() -> table.getItems().size() == expected && table.getItems().getFirst().event() != null);
        heart.take();
        long start = System.nanoTime();
        Platform.runLater(() -> table.getSelectionModel().clearAndSelect(0));
        WindowUnderTest.await(isShown);
        WindowUnderTest.print(what + ", until it is in sight, ms", WindowUnderTest.millis(start), reach);
        WindowUnderTest.print(heart, "until then");
    }

    private void post(String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + "/"))
                .header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("The window's receiver answered " + status);
        }
    }

    private boolean treeSays(String words) {
        return scene.getRoot().lookupAll(".payload-tree-row").stream().map(Node::getAccessibleText)
                .anyMatch(row -> row != null && row.contains(words));
    }

    private boolean hexSays(String words) {
        return scene.getRoot().lookupAll(".code-area .code").stream()
                .anyMatch(node -> node instanceof Text text && text.getText().contains(words));
    }
}
