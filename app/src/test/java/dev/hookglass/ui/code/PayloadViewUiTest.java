package dev.hookglass.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.payload.HexDump;
import dev.hookglass.payload.JsonPretty;
import dev.hookglass.payload.Lines;
import dev.hookglass.payload.Pretty;
import dev.hookglass.payload.TextLines;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class PayloadViewUiTest extends UiTest {
    private static final String ITEM = "{\"id\":\"870825113a12950a7eeeb64a64236dff\",\"version\":3.10,\"archived\":false},";

    @BeforeEach
    void showView() {
        show(() -> new PayloadView(background));
        // The first lines of all load the control's classes.
        show(TextLines.of("[\n\"a\", 1\n]\n".repeat(100)), Syntax.JSON);
    }

    private PayloadView view() {
        return (PayloadView) stage().getScene().getRoot();
    }

    @Test
    void jsonIsColouredAndNumbered() {
        show(TextLines.of("{\n  \"type\": \"bounce\"\n}"), Syntax.JSON);
        assertEquals(4, List.of("\"type\"", ":", "\"bounce\"", " ").stream().map(this::fillOf).distinct().count());
        assertTrue(lookup(".line-number").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("3")));
    }

    @Test
    void findSelectsTheFirstPlaceAndStepsOn() {
        show(TextLines.of("{\n  \"type\": \"task\",\n  \"TASK\": 1\n}"), Syntax.JSON);
        onFx(() -> {
            view().find();
            return true;
        });
        write("task");
        await(() -> view().selectedText().equals("task"));
        push(KeyCode.ENTER);
        await(() -> view().selectedText().equals("TASK"));
        push(KeyCode.ESCAPE);
        await(() -> !view().lookup(".find-bar").isVisible());
    }

    @Test
    void copyIsThePayloadItselfThoughALineIsCut() {
        String text = "\"" + "x".repeat(3 * TextLines.MOST_LENGTH) + "\u0007\"";
        show(TextLines.of(text), Syntax.JSON);
        Node area = view().lookup(".code-area");
        onFx(() -> {
            area.requestFocus();
            return true;
        });
        push(KeyCode.SHORTCUT, KeyCode.A);
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(text, onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void tenMebibytesOfOneLineAreShownAtOnce() {
        String body = "[" + ITEM.repeat((10 << 20) / ITEM.length()) + "{}]";
        long start = System.nanoTime();
        Pretty.Formatted pretty = assertInstanceOf(Pretty.Formatted.class, JsonPretty.format(body));
        Lines lines = TextLines.of(pretty.text());
        long prepared = System.nanoTime();
        long busy = show(lines, Syntax.JSON);
        report("10 MiB pretty", start, prepared, busy);
        Screenshots.save(view(), "payload-10-mebibytes");
        assertTrue(busy < 500, busy + " ms on the FX thread");
    }

    @Test
    void oneWrappedLineOfAMegabyteIsShownAtOnce() {
        String body = "\"" + "The quick brown fox. ".repeat(50_000) + "\"";
        onFx(() -> {
            view().wrapTextProperty().set(true);
            return true;
        });
        long start = System.nanoTime();
        Lines lines = TextLines.of(body);
        long prepared = System.nanoTime();
        long busy = show(lines, Syntax.JSON);
        report("1 MB wrapped", start, prepared, busy);
        Screenshots.save(view(), "payload-wrapped");
        assertTrue(busy < 500, busy + " ms on the FX thread");
    }

    @Test
    void hexOfTenMebibytesIsShownAtOnce() {
        byte[] bytes = new byte[10 << 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        long busy = show(new HexDump(Bytes.wrap(bytes)), Syntax.PLAIN);
        report("10 MiB hex", 0, 0, busy);
        Screenshots.save(view(), "payload-hex");
        assertTrue(busy < 500, busy + " ms on the FX thread");
    }

    private Paint fillOf(String text) {
        return view().lookupAll("TextFlow").stream()
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                .map(Text.class::cast)
                .filter(node -> node.getText().equals(text))
                .findFirst().orElseThrow().getFill();
    }

    private static void report(String what, long start, long prepared, long busy) {
        System.out.println(what + ": prepared in " + (prepared - start) / 1_000_000 + " ms, shown in " + busy + " ms");
    }

    /**
     * Shows lines, has them laid out, and gives how long that took the FX thread, in milliseconds of its own time: what else
     * the machine does is not ours.
     */
    private long show(Lines lines, Syntax syntax) {
        long busy = onFx(() -> {
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long start = clock.getCurrentThreadCpuTime();
            view().show(lines, syntax);
            view().getScene().getRoot().applyCss();
            view().getScene().getRoot().layout();
            return (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return busy;
    }
}
