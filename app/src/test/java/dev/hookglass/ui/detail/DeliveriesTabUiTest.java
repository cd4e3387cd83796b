package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.Attempt;
import dev.hookglass.delivery.Outcome;
import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.ui.UiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an event was sent, and what was answered. */
class DeliveriesTabUiTest extends UiTest {
    private static final Duration TOOK = Duration.ofMillis(12);

    private DeliveriesTab tab;

    @BeforeEach
    void showTab() {
        tab = onFx(() -> new DeliveriesTab(background));
        show(tab::root);
    }

    private static Attempt attempt(long id, Outcome outcome) throws Problem {
        return new Attempt(id, id, 1, Instant.parse("2026-11-20T12:00:00Z").plusSeconds(id), OptionalLong.of(7),
                new OutboundRequest("POST", TargetUrl.parse("http://localhost:3000/hooks"), List.of(), Bytes.EMPTY),
                outcome);
    }

    private static Outcome answered(int status, String reason, String body) {
        return new Outcome.Answered(TOOK, status, reason, List.of(new Header("Content-Type", "application/json")),
                Bytes.ofUtf8(body), false);
    }

    private void show(Attempt... newestFirst) {
        onFx(() -> {
            tab.show(List.of(newestFirst));
            return true;
        });
    }

    private boolean says(String words) {
        return lookup(".label").queryAllAs(Labeled.class).stream().anyMatch(label -> words.equals(label.getText()));
    }

    private boolean treeSays(String words) {
        return lookup(".payload-tree-row").queryAll().stream().flatMap(row -> row.lookupAll("Text").stream())
                .anyMatch(text -> ((Text) text).getText().contains(words));
    }

    private Tab compared() {
        return lookup(".tab-pane").<TabPane>query().getTabs().getLast();
    }

    @Test
    void anEventThatWasNotSent_isToldSo() {
        assertTrue(onFx(() -> lookup(".empty-state").tryQuery().isPresent()));
    }

    @Test
    void attemptsAreListed_withWhatHasChangedSinceTheOneBefore_andTheNewestIsOpen() throws Exception {
        show(attempt(2, answered(200, "OK", "{\"handled\":true}")),
                attempt(1, answered(503, "Service Unavailable", "{\"handled\":false}")));
        await(() -> says("fixed") && says("200 OK") && says("503 Service Unavailable"));
        assertTrue(onFx(() -> says("localhost:3000/hooks")));
        await(() -> treeSays("true"));
        assertEquals(false, onFx(() -> compared().isDisable()));
    }

    @Test
    void anEarlierAttemptIsOpened_andTheFirstHasNothingToBeComparedWith() throws Exception {
        show(attempt(2, answered(200, "OK", "{\"handled\":true}")),
                attempt(1, answered(503, "Service Unavailable", "{\"handled\":false}")));
        await(() -> treeSays("true"));
        onFx(() -> {
            lookup(".attempts").<ListView<?>>query().getSelectionModel().select(1);
            return true;
        });
        await(() -> treeSays("false") && compared().isDisable());
    }

    @Test
    void anAttemptWithoutAnAnswer_saysWhy() throws Exception {
        show(attempt(1, new Outcome.Failed(TOOK, "Nothing listens on localhost:3000.")));
        await(() -> says("Nothing listens on localhost:3000."));
        assertTrue(onFx(() -> lookup(".tab-pane").tryQuery().isEmpty()));
    }
}
