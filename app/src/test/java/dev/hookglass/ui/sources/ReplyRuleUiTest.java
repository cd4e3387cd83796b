package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.base.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a source answers, as its form says and changes it. */
class ReplyRuleUiTest extends WithSourceForm {
    private String reply() {
        return onFx(() -> lookup(".reply-summary").queryAs(Button.class).getText());
    }

    @Test
    void theReplyIsALineThatOpensAndIsSaved() throws Exception {
        Source cmp = workbench.sources().find("CMP").orElseThrow();
        edit(cmp);
        assertEquals("Answers 200, as Optimizely CMP expects", reply());
        assertFalse(lookup(".reply-details").query().isVisible());

        openOwnReply("503x2,2OO");
        assertTrue(objection().orElseThrow().contains("2oo"), objection().toString());
        push(KeyCode.ENTER);
        await(() -> banner().isPresent());
        assertEquals(0, done.get());

        onFx(() -> {
            answerField().setText("503x2, 200@5s");
            return true;
        });
        assertEquals("Answers 503 ×2, 200 after 5 s", reply());
        onFx(() -> {
            lookup(".reply-details .text-area").<TextArea>queryAll().stream().findFirst().orElseThrow()
                    .setText("X-A: 1\nContent-Type: application/json");
            return true;
        });
        clickOn("Save");
        await(() -> done.get() == 1);
        ReplyRule saved = workbench.sources().find("CMP").orElseThrow().reply();
        assertEquals("503 ×2, 200 after 5 s", saved.answer().text());
        assertEquals(List.of("X-A", "Content-Type"), saved.headers().stream().map(Header::name).toList());
    }

    private TextField answerField() {
        return lookup(".reply-details .text-field").<TextField>queryAll().stream()
                .filter(field -> !(field.getParent() instanceof ComboBox))
                .findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void openOwnReply(String answer) {
        onFx(() -> {
            lookup(".reply-summary").queryAs(Button.class).fire();
            ComboBox<ReplyKind> kinds = lookup(".reply-details .combo-box").queryAs(ComboBox.class);
            kinds.setValue(ReplyKind.OWN);
            answerField().setText(answer);
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void picturesOfTheReply(Theme.Mode mode) {
        showForm(mode);
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        edit(workbench.sources().find("CMP").orElseThrow());
        Screenshots.save(stage().getScene().getRoot(), "source-form-reply-closed" + suffix);
        openOwnReply("503 ×2, nothing");
        Screenshots.save(stage().getScene().getRoot(), "source-form-reply" + suffix);
        assertTrue(objection().isPresent());
    }
}
