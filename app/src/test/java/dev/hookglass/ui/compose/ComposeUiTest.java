package dev.hookglass.ui.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.code.Syntax;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeUiTest extends ComposeSheet {
    @BeforeEach
    void setSecret() throws Exception {
        Source source = workbench.sources().find("Experimentation").orElseThrow();
        workbench.sources().replace(source.withSecrets(List.of(new Secret("secret 1", "e9b1b9d0e5d24f3e9d2c1e4f"))));
    }

    private void begin(String provider) {
        begin();
        if (providers().getValue().id().equals(provider)) {
            return;
        }
        String before = onFx(editor()::text);
        onFx(() -> {
            providers().setValue(workbench.providers().find(provider).orElseThrow());
            return true;
        });
        await(() -> !editor().text().equals(before));
    }

    private void editAndAwait(CapturedEvent event) {
        edit(event);
        await(() -> !lookup(".chip").queryAs(Label.class).getText().isEmpty());
    }

    /** Not by a click: the headless robot marks every press as one for a menu, which the editor leaves alone. */
    private void type(String text) {
        String before = onFx(() -> {
            editor().requestFocus();
            return editor().text();
        });
        write(text);
        await(() -> editor().text().equals(text + before));
    }

    private String answer() {
        await(() -> lookup(".answer-status").tryQuery().isPresent()
                || lookup(".answer .banner").tryQuery().isPresent());
        return onFx(() -> String.join(" ", lookup(".answer .label").queryAllAs(Label.class).stream()
                .map(Label::getText).toList()));
    }

    private CapturedEvent post(String path, byte[] body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(url + path)).header("X-Own", "kept")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        return newest();
    }

    @Test
    void aSignedSampleSentToThisReceiverIsValid() throws Exception {
        begin("optimizely-experimentation");
        clickOn("This receiver");
        clickOn("Send");
        assertTrue(answer().contains("200"), answer());
        CapturedEvent stored = newest();
        assertEquals(Outcome.VALID, stored.summary().verdict().outcome(), stored.summary().verdict().reason());
        assertEquals("Experimentation", workbench.sources().nameOf(stored.summary().sourceId()));
        assertEquals(onFx(editor()::text), stored.body().utf8());
        assertEquals(List.of(url + "/optimizely/experimentation"), List.copyOf(recent));
    }

    @Test
    void whatIsNoJsonIsSaidAndSentAllTheSame() throws Exception {
        begin("generic");
        onFx(() -> {
            editor().show("{\"a\": }", Syntax.JSON);
            return true;
        });
        type(" ");
        await(() -> lookup(".json-state").queryAs(Label.class).getText().startsWith("Not JSON"));
        await(() -> lookup(".body-findings .list-cell").queryAllAs(ListCell.class).stream()
                .anyMatch(cell -> String.valueOf(cell.getText()).startsWith("Line 1")));
        clickOn("This receiver");
        onFx(() -> {
            compose.send();
            return true;
        });
        assertTrue(answer().contains("200"), answer());
        assertEquals(onFx(editor()::text), newest().body().utf8());
    }

    @Test
    void aTargetThatDoesNotAnswerIsToldInWords() {
        begin("generic");
        onFx(() -> {
            recent.add("http://127.0.0.1:1/");
            lookup(".target-field").queryAs(ComboBox.class).getEditor().setText("http://127.0.0.1:1/");
            return true;
        });
        clickOn("Send");
        await(() -> lookup(".answer .banner").tryQuery().isPresent());
        assertTrue(answer().contains("127.0.0.1"), answer());
    }

    @Test
    void aBodyThatIsNoTextIsSentByteForByte() throws Exception {
        byte[] binary = {(byte) 0x1f, (byte) 0x8b, 0, (byte) 0xff, 13, 10};
        CapturedEvent event = post("/somewhere?x=1", binary);
        editAndAwait(event);
        await(() -> lookup(".body-pane .banner").tryQuery().isPresent());
        assertFalse(editor().isVisible());
        clickOn("This receiver");
        clickOn("Send");
        assertTrue(answer().contains("200"), answer());
        CapturedEvent again = newest();
        assertTrue(again.id() > event.id());
        assertArrayEquals(binary, again.body().array());
        assertEquals("/somewhere?x=1", again.request().target());
        assertEquals(List.of("kept"), again.request().all("X-Own"));
        assertEquals(1, workbench.events().attempts().ofEvent(event.id()).size());
    }

    @Test
    void anEditedEventIsSignedAnew() throws Exception {
        begin("optimizely-experimentation");
        clickOn("This receiver");
        clickOn("Send");
        answer();
        CapturedEvent event = newest();
        editAndAwait(event);
        await(() -> editor().text().equals(event.body().utf8()));
        type(" ");
        clickOn("Send");
        assertTrue(answer().contains("200"), answer());
        CapturedEvent again = newest();
        assertEquals(event.body().size() + 1, again.body().size());
        assertEquals(Outcome.VALID, again.summary().verdict().outcome());
        assertEquals(1, again.request().all("X-Hub-Signature").size());
    }

    @Test
    void anotherTypeLeavesAnEditedBodyAlone() {
        begin("optimizely-cmp");
        type("x");
        String mine = onFx(editor()::text);
        onFx(() -> {
            providers().setValue(workbench.providers().find("optimizely-campaign").orElseThrow());
            return true;
        });
        await(() -> lookup(".body-pane .banner").tryQuery().isPresent());
        assertEquals(mine, onFx(editor()::text));
        clickOn("Use a sample instead");
        await(() -> !editor().text().equals(mine));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void pictures(Theme.Mode mode) throws Exception {
        openSheet(mode);
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        begin("optimizely-experimentation");
        await(() -> lookup(".json-state").queryAs(Label.class).getText().startsWith("Valid"));
        Screenshots.save(stage().getScene().getRoot(), "compose-sample" + suffix);
        clickOn("Send");
        answer();
        Screenshots.save(stage().getScene().getRoot(), "compose-answered" + suffix);
        clickOn("Headers");
        Screenshots.save(stage().getScene().getRoot(), "compose-headers" + suffix);
        editAndAwait(post("/x", new byte[]{(byte) 0xff, 0}));
        await(() -> lookup(".body-pane .banner").tryQuery().isPresent());
        Screenshots.save(stage().getScene().getRoot(), "compose-binary" + suffix);
        begin("optimizely-campaign");
        Screenshots.save(stage().getScene().getRoot(), "compose-campaign" + suffix);
        assertTrue(lookup(".spinner").query().isVisible());
    }
}
