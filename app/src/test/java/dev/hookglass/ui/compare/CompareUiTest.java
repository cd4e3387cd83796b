package dev.hookglass.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.payload.Comparison;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Choices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareUiTest extends UiTest {
    private static final CapturedEvent ONE = event(3, "POST / HTTP/1.1\r\nHost: a\r\nCallback-Secret: x\r\n\r\n",
            "{\"event_name\":\"task_updated\",\"data\":{\"task\":{\"id\":\"870825\",\"title\":\"Spring launch\"},\"at\":1}}");
    private static final CapturedEvent OTHER = event(9, "POST / HTTP/1.1\r\ncallback-secret: y\r\nhost: b\r\n\r\n",
            "{\"data\":{\"at\":2,\"task\":{\"title\":\"Summer launch\",\"id\":\"870825\",\"due\":null}},\"event_name\":\"task_updated\"}");

    private final AtomicBoolean closed = new AtomicBoolean();
    private CompareView view;

    private static CapturedEvent event(long id, String head, String body) {
        Bytes wire = Bytes.ofLatin1(head);
        RequestHead read = RequestHead.parse(wire);
        Bytes bytes = Bytes.ofUtf8(body);
        return new CapturedEvent(new EventSummary(id, Instant.EPOCH, 1, "generic", read.method(), read.target(),
                "127.0.0.1:5", null, 1, null, 1, new Verdict(Verdict.Outcome.UNSIGNED, ""), 200, bytes.size(),
                bytes.sha256(), false, Optional.empty(), false, Marks.NONE), wire, bytes);
    }

    @BeforeEach
    void showBoth() {
        view = onFx(() -> new CompareView(id -> Optional.ofNullable(Map.of(3L, ONE, 9L, OTHER).get(id)),
                _ -> header -> header.is("Callback-Secret"), background, Choices.unkept(background),
                () -> closed.set(true)));
        show(view::root);
        onFx(() -> {
            view.show(OTHER.summary(), ONE.summary());
            return true;
        });
        await(() -> !rows().getItems().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private ListView<Comparison.Row> rows() {
        return (ListView<Comparison.Row>) Objects.requireNonNull(view.root().lookup(".comparison"));
    }

    private boolean says(String words) {
        return view.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals(words));
    }

    @Test
    void bodies_areComparedAsJson_theOlderOnTheLeft() {
        assertTrue(onFx(() -> says("Event 3 and event 9")));
        // “at” changed, “due” is new, the title changed: the order of members does not count.
        await(() -> says("3 differences"));
        assertEquals(1, onFx(() -> rows().getItems().stream()
                .filter(row -> row.kind() == Comparison.Kind.RIGHT_ONLY).count()));
    }

    @Test
    void ignoredPaths_areNoDifferences() {
        onFx(() -> {
            ((TextField) Objects.requireNonNull(view.root().lookup(".text-field")))
                    .setText("/data/at, /data/task/title, /data/task/due");
            return true;
        });
        await(() -> says("1 difference"));
    }

    @Test
    void bothSides_sayWhichEventTheyAre() {
        assertEquals(List.of("Event 3", "Event 9"),
                onFx(() -> lookup(".comparison-sides > .label").queryAllAs(Label.class).stream()
                        .map(side -> side.getText().split(" · ", -1)[0]).toList()));
    }

    private int selected() {
        return onFx(() -> rows().getSelectionModel().getSelectedIndex());
    }

    @Test
    void f7_goesToTheNextDifference_andWithShiftBack_roundTheEnds() {
        await(() -> says("3 differences"));
        onFx(() -> {
            rows().requestFocus();
            return true;
        });
        int first = selected();
        push(KeyCode.F7);
        int second = selected();
        push(KeyCode.F7);
        int third = selected();
        assertTrue(first < second && second < third, first + " " + second + " " + third);
        assertTrue(onFx(() -> rows().getItems().get(second).kind() != Comparison.Kind.SAME
                && rows().getItems().get(second - 1).kind() == Comparison.Kind.SAME));
        push(KeyCode.F7);
        assertEquals(first, selected());
        push(KeyCode.SHIFT, KeyCode.F7);
        assertEquals(third, selected());
        push(KeyCode.SHIFT, KeyCode.F7);
        assertEquals(second, selected());
    }

    @Test
    void thePlaceOfARow_isPassedOver_fromItsMenu() {
        await(() -> says("3 differences"));
        onFx(() -> {
            rows().getContextMenu().getOnShowing().handle(null);
            rows().getContextMenu().getItems().getFirst().fire();
            return true;
        });
        await(() -> says("2 differences"));
    }

    @Test
    void order_countsWhenAsked() {
        clickOn("Any order");
        await(() -> onFx(() -> rows().getItems().stream()
                .filter(row -> row.kind() != Comparison.Kind.SAME).count() > 4));
    }

    @Test
    void headers_areComparedByName_andSecretsAreNotShown() {
        clickOn("Headers");
        await(() -> says("1 difference"));
        assertTrue(onFx(() -> rows().getItems().stream().flatMap(row -> row.left().stream())
                .anyMatch(piece -> piece.text().contains("••••"))));
    }

    @Test
    void theEvent_thatIsGone_isToldInWords() {
        onFx(() -> {
            view.show(ONE.summary(), event(77, "GET / HTTP/1.1\r\n\r\n", "").summary());
            return true;
        });
        await(() -> view.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains("Event 77 is not there")));
    }
}
