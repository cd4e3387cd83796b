package dev.hookglass.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.ui.UiTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayloadEditorUiTest extends UiTest {
    @BeforeEach
    void showEditor() {
        show(PayloadEditor::new);
    }

    private PayloadEditor editor() {
        return (PayloadEditor) stage().getScene().getRoot();
    }

    @Test
    void textComesBackAsItWasShown() {
        String text = "{\n  \"a\": 1.10,\n\n  \"ö\": \"😀\"\n}\n";
        onFx(() -> {
            editor().show(text, Syntax.JSON);
            return true;
        });
        assertEquals(text, onFx(editor()::text));
    }

    @Test
    void typingChangesTheTextAndTells() {
        AtomicInteger changes = new AtomicInteger();
        Subscription subscription = onFx(() -> {
            editor().show("{}", Syntax.JSON);
            Subscription made = editor().onChange(changes::incrementAndGet);
            editor().requestFocus();
            return made;
        });
        write("x");
        await(() -> editor().text().equals("x{}"));
        assertTrue(changes.get() > 0);
        push(KeyCode.SHORTCUT, KeyCode.Z);
        await(() -> editor().text().equals("{}"));
        int before = changes.get();
        onFx(() -> {
            subscription.unsubscribe();
            return true;
        });
        write("y");
        await(() -> editor().text().equals("y{}"));
        assertEquals(before, changes.get());
    }
}
