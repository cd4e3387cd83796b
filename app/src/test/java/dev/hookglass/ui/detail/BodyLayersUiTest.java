package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hookglass.event.Header;
import java.util.Base64;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is laid over a body, what is searched in it, and bodies that are more than one document. */
class BodyLayersUiTest extends WithBodyTab {
    private static final String LONG = "The quick brown fox. ".repeat(100) + "needle";

    private void find(String words) {
        onFx(() -> {
            tab.find();
            return true;
        });
        await(() -> tab.root().getScene().getFocusOwner() instanceof TextField);
        write(words);
    }

    @Test
    void theSearchCountsStepsAndWraps() {
        body(JSON, "{\"needle\":1,\"b\":{\"c\":\"a Needle\"},\"d\":[\"needles\"]}");
        await(() -> treeSays("\"b\""));
        find("needle");
        await(() -> says("1 of 3"));
        push(KeyCode.ENTER);
        await(() -> says("2 of 3"));
        push(KeyCode.F3);
        await(() -> says("3 of 3"));
        push(KeyCode.ENTER);
        await(() -> says("1 of 3"));
        push(KeyCode.SHIFT, KeyCode.ENTER);
        await(() -> says("3 of 3"));
        push(KeyCode.ESCAPE);
        push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
        assertEquals("/d/0", clipboard(), "the keyboard is back on what was found");
    }

    @Test
    void aLongText_isCutInItsRow_andShownWhole() {
        body(JSON, "{\"a\":1,\"text\":\"" + LONG + "\"}");
        await(() -> treeSays("2,108 characters"));
        goTo("/text");
        push(KeyCode.ENTER);
        await(() -> says("A text of 2,106 characters"));
        find("needle");
        await(() -> says("1 of 1"));
        push(KeyCode.ESCAPE);
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals("needle", clipboard());
        clickOn("Back to the body");
        await(() -> !says("A text of"));
        push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
        assertEquals("/text", clipboard(), "the tree is as it was left");
    }

    @Test
    void documentsInLines_areAList() {
        body("application/x-ndjson", "{\"id\":1}\n{\"id\":2.0}\n");
        await(() -> treeSays("2 documents") && treeSays("\"id\": 2.0"));
        goTo("/1/id");
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.C);
        assertEquals("[1].id", clipboard());
        assertFalse(says("Line "), "several documents are no mistake");
    }

    @Test
    void aBrotliBody_isShownDecoded() {
        body(JSON, Base64.getDecoder().decode("CwWAeyJhIjpbMSwyXX0D"), new Header("Content-Encoding", "br"));
        await(() -> treeSays("\"a\"") && says("Decoded from br"));
        clickOn("As sent");
        await(() -> chosen().contains("Hex"));
    }
}
