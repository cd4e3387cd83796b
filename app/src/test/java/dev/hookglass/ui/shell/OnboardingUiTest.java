package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.search.SearchIndex;
import dev.hookglass.source.Source;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.shell.Overview.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A newcomer's way: a sample, a sender set up, what came meanwhile. */
class OnboardingUiTest extends WithWindow {
    private void press(String label) {
        await(() -> lookup(".button").queryAllAs(Button.class).stream().anyMatch(each -> label.equals(each.getText())));
        onFx(() -> {
            lookup(".button").queryAllAs(Button.class).stream().filter(each -> label.equals(each.getText())).findFirst()
                    .orElseThrow().fire();
            return true;
        });
    }

    private long done() {
        return onFx(() -> lookup(".setup-sign.done").queryAll().stream().count());
    }

    @Test
    void aSampleLeadsToWhatComesNext() {
        press("Send a sample");
        await(() -> isShown("The sample was received as any webhook is."));
        await(() -> isShown("No secret was set for this source; add one to check its events."));
        press("Add the secret…");
        await(() -> lookup(".secret-text").tryQuery().map(Node::isFocused).orElse(false));
        // It is written there already.
        push(KeyCode.ENTER);
        await(() -> rows().getFirst().verdict().outcome() == Outcome.VALID);
    }

    @Test
    void theChecklistOfASourceTicksWhatIsKnown() throws Exception {
        Source cmp = workbench.sources().find("CMP").orElseThrow();
        workbench.sources().replace(cmp.withPublicUrl("https://hooks.example.com"));
        openForm();
        press("Set up the sender…");
        await(() -> done() == 1);
        assertTrue(lookup(".setup .text-area").queryAllAs(TextInputControl.class).stream()
                .anyMatch(area -> area.getText().equals("https://hooks.example.com/optimizely/cmp")));
        assertTrue(lookup(".setup .text-area").queryAllAs(TextInputControl.class).stream()
                .anyMatch(area -> area.getText().contains("task_asset_added\n")));

        press("Generate and copy");
        await(() -> done() == 2);
        String secret = workbench.sources().find("CMP").orElseThrow().secrets().getFirst().text();
        assertEquals(32, secret.length());
        assertEquals(secret, onFx(() -> Clipboard.getSystemClipboard().getString()));

        post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "Callback-Secret", "wrong");
        await(() -> done() == 3);
        post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "Callback-Secret", secret);
        await(() -> done() == 4);
        Screenshots.save(stage().getScene().getRoot(), "setup");
    }

    private void openForm() {
        await(() -> lookup(".source-row .button").queryAll().size() >= 3);
        onFx(() -> {
            lookup(".source-row .button").<Button>query().fire();
            return true;
        });
    }

    @Test
    void badEventsThatNobodySeesAreCountedInTheTitle_andToldAtTheReturn() {
        SimpleObjectProperty<Counts> counts = new SimpleObjectProperty<>(counts(0));
        SimpleBooleanProperty lookedAt = new SimpleBooleanProperty(true);
        List<String> titles = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        new UnseenInvalid(counts, lookedAt, titles::add, told::add);
        counts.set(counts(2));
        assertEquals("Hookglass", titles.getLast());
        lookedAt.set(false);
        counts.set(counts(5));
        assertEquals("(3) Hookglass — 3 invalid", titles.getLast());
        lookedAt.set(true);
        assertEquals("Hookglass", titles.getLast());
        assertEquals(List.of(3L), told);
        lookedAt.set(false);
        counts.set(counts(5));
        assertEquals("Hookglass", titles.getLast());
    }

    private static Counts counts(long invalid) {
        return new Counts(List.of(new Tally(1, Outcome.VALID, 10, 100), new Tally(1, Outcome.INVALID, invalid, 100)), 0,
                0,
                invalid, SearchIndex.Progress.NONE);
    }

    @Test
    void aDroppedHarIsImported_andSaysHowMany() throws Exception {
        Path har = Files.writeString(folder.resolve("browser.har"),
                """
                        {"log":{"version":"1.2","entries":[{"startedDateTime":"2026-11-20T12:00:00.000Z","request":{"method":"POST",
                        "url":"http://localhost:8787/optimizely/cmp","httpVersion":"HTTP/1.1","headers":[{"name":"Host","value":
                        "localhost"}],"postData":{"mimeType":"application/json","text":"{\\"event_name\\":\\"task_added\\"}"}},
                        "response":{"status":200}}]}}""");
        ImportCommands imports = onFx(() -> new ImportCommands(workbench.importing(), background,
                stage().getScene().getRoot().lookupAll(".notices").stream()
                        .map(node -> (javafx.scene.layout.VBox) node).toList().getLast().getChildren(),
                _ -> {}, () -> {}));
        onFx(() -> {
            imports.importAny(har);
            return true;
        });
        await(() -> rows().size() == 1 && "task_added".equals(rows().getFirst().type()));
        await(() -> lookup(".banner-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("1 event")));
    }
}
