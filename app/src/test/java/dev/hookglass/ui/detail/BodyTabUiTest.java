package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.payload.FormField;
import dev.hookglass.payload.Multipart;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.base.Theme;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class BodyTabUiTest extends WithBodyTab {
    private static final String TASK = "{\"event_name\":\"task_added\",\"data\":{\"task\":{\"id\":\"87\\u00e9\","
            + "\"n\":12345678901234567890.10}},\"payload\":\"{\\\"inner\\\":[1]}\"}";

    @Test
    void theTreeShowsTokensAsSentAndCopiesValuePathAndPointer() {
        body(JSON, TASK);
        await(() -> treeSays("\"n\": 12345678901234567890.10"));
        goTo("/data/task/id");
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals("87é", clipboard());
        push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.C);
        assertEquals("data.task.id", clipboard());
        push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
        assertEquals("/data/task/id", clipboard());
        Screenshots.save(tab.root(), "body-tree");
    }

    @Test
    void theTreeIsFoldedByKeys() {
        body(JSON, TASK);
        await(() -> treeSays("task_added"));
        goTo("/data");
        int rows = onFx(() -> tree().getItems().size());
        push(KeyCode.LEFT);
        assertEquals(rows - 3, onFx(() -> tree().getItems().size()));
        push(KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        assertEquals(rows, onFx(() -> tree().getItems().size()));
        assertEquals("/data/task", onFx(() -> pointerOfSelected()));
        push(KeyCode.LEFT);
        push(KeyCode.LEFT);
        assertEquals("/data", onFx(() -> pointerOfSelected()));
    }

    private String pointerOfSelected() {
        push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
        return Clipboard.getSystemClipboard().getString();
    }

    @Test
    void searchOpensWhatIsFolded() {
        body(JSON, "[" + "{\"a\":[1,2]},".repeat(2_000) + "{\"deep\":{\"er\":\"needle\"}}]");
        await(() -> treeSays("2,001 items"));
        onFx(() -> {
            tab.find();
            return true;
        });
        await(() -> tab.root().getScene().getFocusOwner() instanceof TextField);
        write("needle");
        await(() -> treeSays("\"er\": \"needle\""));
        await(() -> says("1 of 1"));
    }

    @Test
    void theFormChosenIsRememberedForTheType() {
        body(JSON, TASK);
        await(() -> treeSays("task_added"));
        clickOn("Hex");
        await(() -> chosen().equals(Set.of("Hex")));
        body("text/xml", "<a><b>1</b></a>");
        await(() -> treeSays("<b>1</b>"));
        await(() -> folder.resolve("choices.json").toFile().length() > 0);
        reopen();
        body(JSON, "{}");
        await(() -> chosen().equals(Set.of("Hex")));
    }

    @Test
    void fieldsOfAFormAreATableAndJsonInThemIsShown() {
        body("application/x-www-form-urlencoded", "a=1&a=x+y&payload=%7B%22type%22%3A%22block%22%7D");
        await(() -> tab.root().lookup(".fields") != null);
        @SuppressWarnings("unchecked")
        TableView<FormField> fields = (TableView<FormField>) tab.root().lookup(".fields");
        assertEquals(List.of("1", "x y", "{\"type\":\"block\"}"),
                onFx(() -> fields.getItems().stream().map(FormField::value).toList()));
        Screenshots.save(tab.root(), "body-fields");
        clickOn("as JSON");
        await(() -> treeSays("\"type\": \"block\""));
        clickOn("Back to the body");
        await(() -> tab.root().lookup(".fields") != null);
    }

    @Test
    void partsAreListedAndShownEachByItself() {
        body("multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=one\r\n\r\nfirst\r\n--x\r\nContent-Disposition: form-data; "
                        + "name=two; filename=../../etc/two.json\r\nContent-Type: application/json\r\n\r\n{\"b\":2}\r\n--x--\r\n");
        await(() -> says("name=one"));
        clickOn("two");
        await(() -> treeSays("\"b\": 2"));
        Screenshots.save(tab.root(), "body-parts");
        Multipart.Part part = new Multipart.Part(
                List.of(new Header("Content-Disposition", "form-data; filename=\"../../etc/a:b.txt\"")), Bytes.EMPTY);
        assertEquals("_.._etc_a_b.txt", PartsPane.fileName(part), "a sender's name leads to no other folder");
    }

    @Test
    void thePlaceWhereItIsNoJsonIsToldAndShown() {
        body(JSON, "{\n  \"a\": 1,\n  \"b\": [1,, 2]\n}");
        await(() -> says("Line 3, column 11"));
        await(() -> tab.root().lookupAll("TextFlow").stream()
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                .anyMatch(node -> node instanceof Text text && text.isUnderline() && text.getText().equals(",")));
        clickOn("Show the place");
        Node area = tab.root().lookup(".code-area");
        await(area::isFocused);
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(",", clipboard());
        Screenshots.save(tab.root(), "body-mistake");
    }

    @Test
    void aCompressedBodyIsShownDecodedAndAsSent() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(TASK.getBytes(StandardCharsets.UTF_8));
        }
        body(JSON, out.toByteArray(), new Header("Content-Encoding", "gzip"));
        await(() -> treeSays("task_added") && says("Decoded from gzip"));
        clickOn("As sent");
        await(() -> chosen().equals(Set.of("Hex", "As sent")));
        body(JSON, "{}");
        await(() -> treeSays("{}"));
    }

    @Test
    void largeAndDeepBodiesDoNotHoldUpTheWindow() {
        String item = "{\"id\":\"870825113a12950a7eeeb64a64236dff\",\"version\":3.10,\"archived\":false},";
        String large = "[" + item.repeat((10 << 20) / item.length()) + "{}]";
        body(JSON, "[1]");
        await(() -> treeSays("1"));
        body(JSON, large);
        await(() -> treeSays("archived") || treeSays("items"));
        body(JSON, "[".repeat(5_000) + "]".repeat(5_000));
        await(() -> treeSays("[…]  1 item"));
        onFx(() -> {
            tab.root().lookupAll(".button").stream()
                    .filter(node -> "Expand all".equals(node.getAccessibleText()))
                    .map(Button.class::cast).findFirst().orElseThrow().fire();
            return true;
        });
        await(() -> tree().getItems().size() == 5_000);
        goTo("/0".repeat(4_999));
        await(() -> treeSays("4999"));
        clickOn("Pretty");
        await(() -> says("too deep"));
    }

    @Test
    void itLooksRightInTheDark() {
        reopen(Theme.Mode.DARK);
        body(JSON, TASK);
        await(() -> treeSays("task_added"));
        Screenshots.save(tab.root(), "body-tree-dark");
        assertTrue(onFx(() -> tab.root().lookupAll(".payload-tree-row .code").stream()
                .map(node -> ((Text) node).getFill()).distinct().count()) >= 4, "kinds of values differ in colour");
    }
}
