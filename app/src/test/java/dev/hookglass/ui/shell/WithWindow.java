package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.EventSummary;
import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.EventTable;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.events.EventRow;
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
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real window on a data folder of its own, anew for each test, with a client that sends to it. */
abstract class WithWindow extends UiTest {
    @TempDir
    Path folder;

    Workbench workbench;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    final void openWindow() throws Problem {
        workbench = Workbench.open(folder);
        onFx(() -> {
            new Shell(stage(), workbench, OptionalInt.of(0), _ -> {}).show();
            return true;
        });
        await(() -> workbench.url().isPresent());
    }

    @AfterEach
    final void closeWindow() throws Problem {
        onFx(() -> {
            stage().hide();
            return true;
        });
        workbench.close();
        client.close();
    }

    /** Gives the CMP source this one secret. */
    final void setSecret(String text) throws Problem {
        Source cmp = workbench.sources().find("CMP").orElseThrow();
        workbench.sources().replace(cmp.withSecrets(List.of(new Secret("production", text))));
    }

    final void post(String path, String body, String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(workbench.url().orElseThrow() + path))
                .header(header, value)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    }

    final List<EventSummary> rows() {
        return EventTable.events(this);
    }

    final void select(int... rows) {
        onFx(() -> {
            TableView<EventRow> table = lookup(".events").query();
            table.getSelectionModel().clearSelection();
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
            table.requestFocus();
            return true;
        });
    }

    final void typeFilter(String filter) {
        onFx(() -> {
            lookup(".filter-field").<TextInputControl>query().setText(filter);
            return true;
        });
    }

    final boolean isShown(String words) {
        return lookup(".label").queryAllAs(Labeled.class).stream().anyMatch(label -> words.equals(label.getText()));
    }
}
