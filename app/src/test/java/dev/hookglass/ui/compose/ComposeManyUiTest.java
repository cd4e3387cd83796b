package dev.hookglass.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.code.PayloadEditor;
import dev.hookglass.ui.code.Syntax;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many requests from one sheet, and edits of an event that outlive it. */
class ComposeManyUiTest extends UiTest {
    @TempDir
    Path folder;

    private Workbench workbench;
    private ComposeView compose;
    private String url;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        openSheet();
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private void openSheet() {
        compose = onFx(() -> new ComposeView(workbench, background, FXCollections.observableArrayList(), _ -> Map.of(),
                () -> {}));
        show(compose::root, Theme.Mode.LIGHT);
    }

    private PayloadEditor editor() {
        return lookup(".payload-editor").queryAs(PayloadEditor.class);
    }

    private void send(int requests) {
        onFx(() -> {
            lookup(".target-field").queryAs(ComboBox.class).getEditor().setText(url + "/optimizely/cmp");
            variants().getValueFactory().setValue(requests);
            compose.send();
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private Spinner<Integer> variants() {
        return lookup(".sample-choice .spinner").queryAllAs(Spinner.class).stream().reduce((_, last) -> last)
                .orElseThrow();
    }

    private List<EventSummary> stored() throws Exception {
        return workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 100);
    }

    @Test
    void severalRequests_haveASampleEach() throws Exception {
        onFx(() -> {
            compose.begin();
            return true;
        });
        await(() -> !editor().text().isEmpty());
        send(5);
        await(() -> lookup(".answer .banner").tryQuery().isPresent());
        assertTrue(lookup(".answer .banner .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().startsWith("5 requests sent: 5 answered with a 2xx, 0 not")));
        Set<String> hashes = new HashSet<>();
        stored().forEach(event -> hashes.add(event.bodySha256()));
        assertEquals(5, hashes.size());
    }

    @Test
    void editsOfAnEvent_areThereAgain_untilItIsBegunAnew() throws Exception {
        onFx(() -> {
            compose.begin();
            return true;
        });
        await(() -> !editor().text().isEmpty());
        send(1);
        await(() -> !stored().isEmpty());
        CapturedEvent event = workbench.events().find(stored().getFirst().id()).orElseThrow();
        edit(event);
        await(() -> editor().text().contains("event_name"));
        String received = onFx(editor()::text);
        onFx(() -> {
            editor().show("{\"mine\": 1}", Syntax.JSON);
            return true;
        });
        await(() -> workbench.drafts().edited(event.id()).isPresent());

        openSheet();
        edit(event);
        await(() -> lookup(".body-pane .banner").tryQuery().isPresent());
        assertEquals("{\"mine\": 1}", onFx(editor()::text));
        clickOn("Begin again from the event");
        await(() -> editor().text().equals(received));
        assertTrue(workbench.drafts().edited(event.id()).isEmpty());
    }

    private void edit(CapturedEvent event) {
        onFx(() -> {
            compose.edit(event);
            return true;
        });
    }
}
