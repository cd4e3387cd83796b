package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.ui.events.EventRow;
import dev.hookglass.signature.Secret;
import dev.hookglass.ui.Screenshots;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window while events are judged again. */
class RejudgingUiTest extends WithWindow {
    @BeforeEach
    void captureSixEvents() throws Exception {
        for (int i = 0; i < 6; i++) {
            post("/optimizely/cmp", "{\"n\":" + i + "}", "Callback-Secret", i % 2 == 0 ? "right" : "wrong");
        }
        await(() -> rows().size() == 6);
    }

    private TableView<EventRow> table() {
        return lookup(".events").query();
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
        typeFilter("verdict:valid");
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
