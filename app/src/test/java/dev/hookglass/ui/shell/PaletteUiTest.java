package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.ui.Screenshots;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PaletteUiTest extends WithWindow {
    private void open() {
        push(KeyCode.CONTROL, KeyCode.K);
        await(() -> lookup(".palette").tryQuery().isPresent());
    }

    private void typeWords(String words) {
        onFx(() -> {
            lookup(".palette .text-field").queryAs(TextField.class).setText(words);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> found() {
        return onFx(() -> ((ListView<Command>) lookup(".palette .list-view").queryAs(ListView.class)).getItems()
                .stream().map(Command::name).toList());
    }

    @Test
    void everyKeyButItsOwnIsListed_andTypingFinds() {
        open();
        Screenshots.save(stage().getScene().getRoot(), "palette");
        List<String> all = found();
        assertEquals(all.size(), all.stream().distinct().count());
        assertFalse(all.isEmpty());

        typeWords("events  cmp");
        assertEquals(List.of("Show the events of CMP"), found());
        typeWords("no such thing");
        assertEquals(List.of(), found());
    }

    @Test
    void enterDoesWhatIsChosen_byTheArrowsToo() {
        open();
        typeWords("theme:");
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        await(() -> lookup(".palette").tryQuery().isEmpty());
        await(() -> stage().getScene().getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    @Test
    void whatACommandOpensStaysOpen() {
        open();
        typeWords("keys");
        push(KeyCode.ENTER);
        await(() -> isShown("Keys"));
    }
}
