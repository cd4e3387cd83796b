package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.EventTable;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window while events are judged again. */
class RejudgingUiTest extends UiTest {
    @TempDir
    Path folder;

    private Workbench workbench;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void openWindow() throws Exception {
        workbench = Workbench.open(folder);
        onFx(() -> {
            new Shell(stage(), workbench, OptionalInt.of(0), _ -> {}).show();
            return true;
        });
        await(() -> workbench.url().isPresent());
        for (int i = 0; i < 6; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + "/optimizely/cmp"))
                    .header("Callback-Secret", i % 2 == 0 ? "right" : "wrong")
                    .POST(BodyPublishers.ofString("{\"n\":" + i + "}"))
                    .build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        await(() -> rows().size() == 6);
    }

    @AfterEach
    void closeWindow() throws Problem {
        onFx(() -> {
            stage().hide();
            return true;
        });
        workbench.close();
        client.close();
    }

    private List<EventSummary> rows() {
        return EventTable.events(this);
    }

    private TableView<EventRow> table() {
        return lookup(".events").query();
    }

    private void setSecret(String text) throws Problem {
        Source cmp = workbench.sources().find("CMP").orElseThrow();
        workbench.sources().replace(cmp.withSecrets(List.of(new Secret("production", text))));
    }

    private boolean isShown(String words) {
        return lookup(".label").queryAllAs(Label.class).stream().anyMatch(label -> words.equals(label.getText()));
    }

    private List<Outcome> outcomes() {
        return rows().stream().map(event -> event.verdict().outcome()).toList();
    }

    @Test
    void aSecretThatIsSet_changesTheRowsInSight() throws Exception {
        setSecret("right");

        await(() -> outcomes().equals(List.of(Outcome.INVALID, Outcome.VALID, Outcome.INVALID, Outcome.VALID,
                Outcome.INVALID, Outcome.VALID)));
        Screenshots.save(stage().getScene().getRoot(), "window-rejudged");
    }

    @Test
    void theEventThatIsLookedAt_staysSelectedAndSaysItsNewVerdict() throws Exception {
        onFx(() -> {
            table().getSelectionModel().select(3);
            return true;
        });
        await(() -> isShown("{\"n\":2}") || lookup(".detail").tryQuery().isPresent());

        setSecret("right");

        await(() -> isShown("Callback-Secret matches secret “production”."));
        assertEquals(3, onFx(() -> table().getSelectionModel().getSelectedItem().id()));
        assertEquals(6, onFx(() -> rows().size()));
    }

    @Test
    void aFilterByVerdict_holdsForTheNewVerdicts() throws Exception {
        onFx(() -> {
            lookup(".filter-field").<TextInputControl>query().setText("verdict:valid");
            return true;
        });
        await(() -> rows().isEmpty());
        setSecret("right");
        await(() -> outcomes().equals(List.of(Outcome.VALID, Outcome.VALID, Outcome.VALID)));
        onFx(() -> {
            table().getSelectionModel().select(1);
            return true;
        });

        setSecret("wrong");

        // The table is held, so that what is new above its first row is told and not put in.
        await(() -> rows().stream().map(EventSummary::id).toList().equals(List.of(4L, 2L))
                && lookup(".pill").query().isVisible());
    }
}
