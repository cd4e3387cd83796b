package dev.hookglass.bench;

import dev.hookglass.event.Bytes;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.ui.shell.Shell;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

/** The window in a process of its own, which shows large bodies one after another and prints how long each took. */
final class LargeUnderTest {
    private static final String ITEM = "{\"id\":\"870825113a12950a7eeeb64a64236dff\",\"version\":3.10,\"archived\":false},";

    private final Workbench workbench;
    private final Scene scene;
    private final Heartbeat heart = new Heartbeat();
    private final HttpClient client = HttpClient.newHttpClient();

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

    /** A body, and how to tell that it is in sight. */
    private record Large(String what, String type, Bytes body, BooleanSupplier isShown) {}

    private Large json(String what, String text, String shown) {
        return new Large(what, "application/json", Bytes.ofUtf8(text), () -> treeSays(shown));
    }

    private List<Large> bodies() {
        int count = (10 << 20) / ITEM.length();
        String items = ITEM.repeat(count);
        byte[] bytes = new byte[50 << 20];
        new Random(1).nextBytes(bytes);
        return List.of(
                // The first body of all loads what bodies are shown with.
                json("small JSON, the first of all", "{\"small\":1}", "small"),
                json("10 MiB of JSON in one line", "{\"first\":[" + items + "{}]}", "first"),
                json("10 MiB of JSON in one line, another", "{\"second\":[" + items + "{}]}", "second"),
                json("10 MiB of JSON, a list", "[" + items + "{},{}]", String.format("%,d items", count + 2)),
                json("10 MiB of JSON, one string", "{\"text\":\"" + "The quick fox. ".repeat((10 << 20) / 15) + "\"}",
                        "quick"),
                json("5,000 levels of JSON", "[".repeat(5_000) + "]".repeat(5_000), "[…]  1 item"),
                new Large("50 MiB of random bytes", "application/octet-stream", Bytes.wrap(bytes), this::isHexShown));
    }

    private void run() throws Exception {
        List<Large> bodies = bodies();
        for (Large large : bodies) {
            post(large.type(), large.body().array());
        }
        @SuppressWarnings("unchecked")
        TableView<EventRow> table = (TableView<EventRow>) scene.lookup(".events");
        WindowUnderTest.await(() -> table.getItems().size() == bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            int row = bodies.size() - 1 - i;
            heart.take();
            long start = System.nanoTime();
            Platform.runLater(() -> table.getSelectionModel().clearAndSelect(row));
            WindowUnderTest.await(bodies.get(i).isShown());
            WindowUnderTest.print(bodies.get(i).what() + ", until it is in sight, ms", WindowUnderTest.millis(start),
                    i == 0 ? "" : "500");
            WindowUnderTest.print(heart, "until then");
        }
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

    private boolean isHexShown() {
        return scene.getRoot().lookupAll("TextFlow").stream().map(TextFlow.class::cast)
                .flatMap(flow -> flow.getChildren().stream())
                .anyMatch(node -> node instanceof Text text && text.getText().startsWith("00000000  "));
    }
}
