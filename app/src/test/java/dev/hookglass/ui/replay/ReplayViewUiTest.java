package dev.hookglass.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.RecordingServer;
import dev.hookglass.delivery.ReplayPlan;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.problem.Problem;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayViewUiTest extends UiTest {
    private static final int EVENTS = 6;
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BAD = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\noops";

    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final List<Long> opened = new ArrayList<>();

    @TempDir
    private Path folder;
    private Workbench workbench;
    private ReplayView view;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < EVENTS; i++) {
                client.send(HttpRequest.newBuilder(URI.create(url + "/optimizely/cmp"))
                        .header("Callback-Secret", "hunter2")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"event_name\":\"task_updated\",\"n\":" + i + "}"))
                        .build(), HttpResponse.BodyHandlers.discarding());
            }
        }
        show(Theme.Mode.LIGHT);
    }

    private void show(Theme.Mode mode) {
        view = onFx(() -> new ReplayView(workbench, background, recent, opened::add, () -> {}));
        show(() -> {
            StackPane backdrop = new StackPane(view.root());
            backdrop.setStyle("-fx-background-color: -color-bg-inset");
            return backdrop;
        }, mode);
    }

    @AfterEach
    void close() throws Problem {
        workbench.close();
    }

    private List<ReplayPlan.Item> items() throws Problem {
        return workbench.replaying().items(EventFilter.ALL);
    }

    private CapturedEvent newest() throws Problem {
        EventSummary newest = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1).getFirst();
        return workbench.events().find(newest.id()).orElseThrow();
    }

    private void target(String text) {
        onFx(() -> {
            lookup(".target-field").queryAs(ComboBox.class).getEditor().setText(text);
            return true;
        });
    }

    private void sendAll(String target) throws Problem {
        List<ReplayPlan.Item> items = items();
        onFx(() -> {
            view.show(items);
            return true;
        });
        await(() -> isShown("Replay 6 events"));
        target(target);
        clickOn("Send");
        await(() -> rows().size() == EVENTS && !view.runningProperty().get());
    }

    private List<ResultRow> rows() {
        return lookup(".results").tryQueryAs(TableView.class).map(table -> {
            @SuppressWarnings("unchecked")
            List<ResultRow> rows = List.copyOf(table.getItems());
            return rows;
        }).orElse(List.of());
    }

    private boolean isShown(String words) {
        return lookup(node -> node instanceof Labeled labeled && labeled.getText() != null
                && labeled.getText().contains(words) && labeled.isVisible()).tryQuery().isPresent();
    }

    @Test
    void whatFailedIsSentAgain_andWhatBecameBetterOrWorseIsTold() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.answer(GOOD), RecordingServer.answer(BAD),
                RecordingServer.answer(BAD), RecordingServer.answer(GOOD))) {
            sendAll(server.url("/in").toString());
            assertEquals(List.of(200, 500, 500, 200, 200, 200),
                    onFx(() -> rows().stream().map(ResultRow::status).toList()));
            await(() -> isShown("Failed 2"));
            await(() -> isShown("6 of 6 sent, 2 without success"));
            clickOn("Send the 2 that failed again");
            await(() -> rows().size() == 2 && !view.runningProperty().get());
            await(() -> isShown("Fixed 2"));
            await(() -> isShown("fixed, was 500"));
            Screenshots.save(stage().getScene().getRoot(), "replay-fixed");
        }
        assertEquals(2, workbench.events().attempts().ofEvent(items().get(1).eventId()).size());
    }

    @Test
    void resultsAreFiltered_andTheAnswerOfASelectedOneIsShown() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.answer(GOOD), RecordingServer.answer(BAD),
                RecordingServer.answer(GOOD))) {
            sendAll(server.url("/in").toString());
            await(() -> isShown("Failed 1"));
            clickOn("#results-failed");
            await(() -> rows().size() == 1);
            long failed = items().get(1).eventId();
            assertEquals(failed, onFx(() -> rows().getFirst().eventId()));
            onFx(() -> {
                lookup(".results").queryAs(TableView.class).getSelectionModel().select(0);
                return true;
            });
            await(() -> isShown("Event " + failed + ": 500"));
            await(() -> lookup(".payload-view").tryQuery().isPresent());
            clickOn("Show event");
            assertEquals(List.of(failed), opened);
        }
    }

    @Test
    void cancelEndsARunWhoseTargetDoesNotAnswer() throws Exception {
        try (RecordingServer server = new RecordingServer(
                new RecordingServer.Reply.AnswerAndStay(Bytes.EMPTY))) {
            List<ReplayPlan.Item> items = items();
            onFx(() -> {
                view.show(items);
                return true;
            });
            await(() -> isShown("Replay 6 events"));
            target(server.url("/").toString());
            clickOn("Send");
            server.take();
            await(() -> isShown("Pause"));
            clickOn("Pause");
            await(() -> isShown("Resume"));
            clickOn("Cancel");
            await(() -> !view.runningProperty().get());
            assertEquals(1, onFx(this::rows).size());
        }
    }

    @Test
    void whatWillDifferOfOneEventIsListed_andItsSecretIsMasked() throws Exception {
        CapturedEvent event = newest();
        onFx(() -> {
            view.show(event);
            return true;
        });
        target("http://localhost:4000/hook");
        await(() -> isShown("localhost:4000") && isShown("Names the target."));
        assertTrue(isShown("all else is sent byte for byte"));
        assertTrue(isShown("The path is that of the target."));
        target("nowhere");
        await(() -> isShown("There is no target named “nowhere”"));
    }

    @Test
    void aWrongNumberIsSaid() throws Exception {
        List<ReplayPlan.Item> items = items();
        onFx(() -> {
            view.show(items);
            return true;
        });
        await(() -> isShown("Replay 6 events"));
        target("http://127.0.0.1:1/");
        onFx(() -> {
            lookup(node -> "Connections".equals(node.getAccessibleText())).queryTextInputControl().setText("900");
            return true;
        });
        clickOn("Send");
        await(() -> isShown("“900” is not a number from 1 to 64."));
    }

    @Test
    void asTheProviderWould_itIsTriedUntilItIsAcknowledged() throws Exception {
        CapturedEvent event = newest();
        try (RecordingServer server = new RecordingServer(RecordingServer.answer(BAD), RecordingServer.answer(BAD),
                RecordingServer.answer(GOOD))) {
            onFx(() -> {
                view.show(event);
                return true;
            });
            target(server.url("/cmp").toString());
            await(() -> isShown("Deliver as the provider would"));
            clickOn("Deliver as the provider would");
            @SuppressWarnings("unchecked")
            ComboBox<Double> speed = lookup(".policy .combo-box").queryAs(ComboBox.class);
            onFx(() -> {
                speed.setValue(100_000.0);
                return true;
            });
            clickOn("Send");
            await(() -> isShown("Acknowledged by attempt 3."));
            assertTrue(isShown("200 or 202"));
            Screenshots.save(stage().getScene().getRoot(), "replay-policy");
        }
        assertEquals(3, workbench.events().attempts().ofEvent(event.id()).size());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void pictures(Theme.Mode mode) throws Exception {
        show(mode);
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        CapturedEvent event = newest();
        onFx(() -> {
            view.show(event);
            return true;
        });
        target("http://localhost:4000/hook");
        await(() -> isShown("Names the target."));
        Screenshots.save(stage().getScene().getRoot(), "replay-one" + suffix);
        try (RecordingServer server = new RecordingServer(RecordingServer.answer(GOOD), RecordingServer.answer(BAD),
                RecordingServer.answer(GOOD))) {
            sendAll(server.url("/in").toString());
            onFx(() -> {
                lookup(".results").queryAs(TableView.class).getSelectionModel().select(1);
                return true;
            });
            await(() -> lookup(".payload-view").tryQuery().isPresent());
            Screenshots.save(stage().getScene().getRoot(), "replay-many" + suffix);
        }
        assertTrue(isShown("6 of 6 sent"));
    }
}
