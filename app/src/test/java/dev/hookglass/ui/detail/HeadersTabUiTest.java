package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.RequestHead;
import dev.hookglass.ui.UiTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadersTabUiTest extends UiTest {
    private static final RequestHead HEAD = RequestHead.parse(Bytes.ofLatin1(String.join("\r\n",
            "POST /a?b=%20c HTTP/1.1", "X-Two: first", "hOST: 127.0.0.1", "Callback-Secret: hush",
            "X-Spaced: a  b\tc", "x-two: second", "", "")));

    private HeadersTab tab;

    @BeforeEach
    void open() {
        tab = onFx(HeadersTab::new);
        show(tab::root);
        onFx(() -> {
            tab.show("POST /a?b=%20c HTTP/1.1", HEAD.headers(), header -> header.is("Callback-Secret"));
            return true;
        });
    }

    private List<String> texts(String style) {
        return onFx(() -> tab.root().lookupAll(style).stream().map(Label.class::cast).map(Label::getText).toList());
    }

    private void press(String name) {
        Node button = onFx(() -> tab.root().lookupAll(".copy-button").stream()
                .filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow());
        clickOn(button);
    }

    @Test
    void headers_areShownInTheOrderCaseAndSpacingSent() {
        assertEquals(List.of("X-Two", "hOST", "Callback-Secret", "X-Spaced", "x-two"), texts(".header-name"));
        assertTrue(texts(".mono").containsAll(List.of("first", "127.0.0.1", "a  b\tc", "second",
                "POST /a?b=%20c HTTP/1.1")), texts(".mono").toString());
    }

    @Test
    void aSecret_isMaskedUntilAPersonAsks_alsoWhenCopied() {
        assertFalse(texts(".mono").contains("hush"));
        press("Copy the headers as shown");
        assertEquals("X-Two: first\nhOST: 127.0.0.1\nCallback-Secret: ••••••••\nX-Spaced: a  b\tc\nx-two: second",
                onFx(() -> Clipboard.getSystemClipboard().getString()));
        clickOn("Reveal secrets");
        assertTrue(texts(".mono").contains("hush"));
    }
}
