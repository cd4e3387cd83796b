package dev.hookglass.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.code.Syntax;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;

/** Many requests from one sheet, and edits of an event that outlive it. */
class ComposeManyUiTest extends ComposeSheet {
    private void send(int requests) {
        onFx(() -> {
            variants().getValueFactory().setValue(requests);
            return true;
        });
        sendTo("/optimizely/cmp");
    }

    @SuppressWarnings("unchecked")
    private Spinner<Integer> variants() {
        return lookup(".sample-choice .spinner").queryAllAs(Spinner.class).stream().reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void severalRequests_haveASampleEach() throws Exception {
        begin();
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
        begin();
        send(1);
        await(() -> !stored().isEmpty());
        CapturedEvent event = newest();
        edit(event);
        await(() -> editor().text().contains("event_name"));
        String received = onFx(editor()::text);
        onFx(() -> {
            editor().show("{\"mine\": 1}", Syntax.JSON);
            return true;
        });
        await(() -> workbench.drafts().edited(event.id()).isPresent());

        openSheet(Theme.Mode.LIGHT);
        edit(event);
        await(() -> lookup(".body-pane .banner").tryQuery().isPresent());
        assertEquals("{\"mine\": 1}", onFx(editor()::text));
        clickOn("Begin again from the event");
        await(() -> editor().text().equals(received));
        assertTrue(workbench.drafts().edited(event.id()).isEmpty());
    }
}
