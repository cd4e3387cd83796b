package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Colour;
import dev.hookglass.event.Marks;
import dev.hookglass.ui.Screenshots;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Colours, tags and notes in the real window. */
class MarksUiTest extends WithWindow {
    @BeforeEach
    void captureThree() throws Exception {
        for (int i = 1; i <= 3; i++) {
            post("/optimizely/cmp", "{\"event_name\":\"task_asset_added\"}", "X-Number", Integer.toString(i));
        }
        await(() -> rows().size() == 3);
    }

    private Marks marks(int row) {
        return rows().get(row).marks();
    }

    private void type(String id, String words) {
        await(() -> lookup(id).tryQuery().isPresent());
        onFx(() -> {
            lookup(id).<TextInputControl>query().setText(words);
            return true;
        });
    }

    @Test
    void keysColourWhatIsSelected_andTheFilterFindsIt() {
        select(0, 1);
        press(KeyCode.ALT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.ALT);
        await(() -> marks(0).colour().equals(Optional.of(Colour.RED)) && marks(1).colour().isPresent());
        select(1);
        press(KeyCode.ALT, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.ALT);
        await(() -> marks(1).isNone());
        typeFilter("colour:red");
        await(() -> rows().size() == 1 && rows().getFirst().id() == 3);
    }

    @Test
    void aTagIsAskedForByItsKey() {
        select(0, 2);
        press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        type("#tag", "two words");
        type(KeyCode.ENTER);
        await(() -> isShown(
                "A tag is one word of at most 100 characters, without commas, quotation marks and asterisks."));
        select(0, 2);
        press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        type("#tag", "later");
        type(KeyCode.ENTER);
        await(() -> marks(0).tags().equals(List.of("later")) && marks(2).tags().equals(List.of("later")));
        typeFilter("-tag:later");
        await(() -> rows().size() == 1 && rows().getFirst().id() == 2);
    }

    @Test
    void theNoteIsKeptAsItIsTyped_andAsTheSelectionMovesOn() throws Exception {
        select(1);
        await(() -> lookup(".tab-label").queryAllAs(Labeled.class).stream()
                .anyMatch(tab -> "Notes".equals(tab.getText())));
        press(KeyCode.CONTROL, KeyCode.M).release(KeyCode.M, KeyCode.CONTROL);
        await(() -> lookup("#note").tryQuery().map(node -> node.isFocused()).orElse(false));
        write("Sent twice");
        await(() -> marks(1).note().equals("Sent twice"));
        await(() -> isShown("Saved."));
        assertTrue(onFx(() -> lookup("#note").query().isFocused()), "The keyboard stays where a person types");
        type("#new-tag", "CMP-7");
        onFx(() -> {
            lookup("#new-tag").query().requestFocus();
            return true;
        });
        type(KeyCode.ENTER);
        await(() -> marks(1).tags().equals(List.of("CMP-7")));
        Screenshots.save(stage().getScene().getRoot(), "notes");

        type("#note", "Sent twice, why?");
        select(0);
        await(() -> marks(1).note().equals("Sent twice, why?"));
        await(() -> onFx(() -> lookup("#note").<TextInputControl>query().getText()).isEmpty());
        type("#note", "At the end");
        onFx(() -> {
            stage().hide();
            return true;
        });
        assertEquals("At the end", workbench.events().find(3).orElseThrow().summary().marks().note());
    }
}
