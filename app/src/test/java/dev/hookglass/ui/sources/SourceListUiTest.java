package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.source.Source;
import dev.hookglass.store.Tally;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceListUiTest extends UiTest {
    private static final double WIDTH_OF_SIDE_BAR = 190;
    private static final List<Source> SOURCES = List.of(source(1, "CMP"), source(2, "Campaign"),
            source(3, "Experimentation"), source(4, "A source with quite a long name"), Source.INBOX);
    private static final List<Tally> TALLIES = List.of(new Tally(1, Outcome.VALID, 797, 0),
            new Tally(1, Outcome.STALE, 3, 0), new Tally(2, Outcome.VALID, 123_456, 0),
            new Tally(3, Outcome.VALID, 103, 0), new Tally(3, Outcome.INVALID, 1, 0),
            new Tally(4, Outcome.MISSING, 12_345, 0), new Tally(9, Outcome.VALID, 7, 0),
            new Tally(0, Outcome.UNSIGNED, 12, 0));

    private final ObjectProperty<OptionalInt> selected = new SimpleObjectProperty<>(OptionalInt.empty());
    private final CompletableFuture<Source> edited = new CompletableFuture<>();
    private final CompletableFuture<Source> removed = new CompletableFuture<>();
    private SourceList list;

    private static Source source(int id, String name) {
        return Source.draft(name, "optimizely-cmp", "/" + id).withId(id);
    }

    @BeforeEach
    void makeList() {
        list = onFx(() -> new SourceList(selected, edited::complete, _ -> {}, _ -> {}, removed::complete, () -> {}));
    }

    private void showList(Theme.Mode mode) {
        show(() -> {
            VBox side = new VBox(list.root());
            side.getStyleClass().add("side-bar");
            side.setMinWidth(WIDTH_OF_SIDE_BAR);
            side.setMaxWidth(WIDTH_OF_SIDE_BAR);
            list.show(SOURCES, TALLIES);
            return new HBox(side);
        }, mode);
    }

    private SourceRow row(String name) {
        return lookup(".source-row").queryAllAs(SourceRow.class).stream()
                .filter(row -> row.getAccessibleText().startsWith(name + ","))
                .findFirst().orElseThrow();
    }

    private static String visibleText(Node row) {
        return String.join("|", row.lookupAll(".label").stream().map(Label.class::cast).filter(Label::isVisible)
                .map(Label::getText).toList());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void namesAreWholeWhereTheyFitWithAnAbbreviatedNumber(Theme.Mode mode) {
        showList(mode);
        Screenshots.save(stage().getScene().getRoot(), "source-list-" + mode.name().toLowerCase(Locale.ROOT));
        assertEquals("All|12.3k|136,724", visibleText(row("All")));
        assertEquals("CMP|3|800", visibleText(row("CMP")));
        Label name = (Label) row("Experimentation").lookupAll(".label").iterator().next();
        assertTrue(name.getWidth() >= name.prefWidth(-1), name.getWidth() + " of " + name.prefWidth(-1));
    }

    @Test
    void arrowsMoveTheSelectionAndTheFocus() {
        showList(Theme.Mode.LIGHT);
        clickOn(row("CMP"));
        assertEquals(OptionalInt.of(1), selected.get());
        push(KeyCode.DOWN);
        assertEquals(OptionalInt.of(2), selected.get());
        assertTrue(row("Campaign").isFocused());
        push(KeyCode.HOME);
        assertEquals(OptionalInt.empty(), selected.get());
        push(KeyCode.UP);
        assertEquals(OptionalInt.empty(), selected.get());
    }

    @Test
    void rowsAreUpdatedInPlace() {
        showList(Theme.Mode.LIGHT);
        SourceRow before = row("CMP");
        onFx(() -> {
            list.show(SOURCES, List.of(new Tally(1, Outcome.VALID, 5, 0)));
            return true;
        });
        assertSame(before, row("CMP"));
        assertEquals("CMP|5", onFx(() -> visibleText(before)));
    }

    @Test
    void aSelectedSourceThatIsRemovedGivesWayToAll() {
        showList(Theme.Mode.LIGHT);
        onFx(() -> {
            selected.set(OptionalInt.of(2));
            list.show(List.of(SOURCES.getFirst(), Source.INBOX), TALLIES);
            return true;
        });
        assertEquals(OptionalInt.empty(), selected.get());
        assertEquals(3, lookup(".source-row").queryAll().size());
    }

    @Test
    void theMenuEditsAndRemoves() {
        showList(Theme.Mode.LIGHT);
        rightClickOn(row("Campaign"));
        clickOn("Remove");
        assertEquals("Campaign", removed.join().name());
        assertFalse(edited.isDone());
        moveTo(row("CMP"));
        await(() -> row("CMP").lookup(".button").isVisible());
        clickOn(row("CMP").lookup(".button"));
        assertEquals("CMP", edited.join().name());
    }
}
