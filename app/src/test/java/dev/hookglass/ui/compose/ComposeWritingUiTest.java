package dev.hookglass.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.code.Completion;
import dev.hookglass.ui.code.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What helps while a body is written: findings, completion, variables, drafts and templates. */
class ComposeWritingUiTest extends ComposeSheet {
    /** Begins with a sample of CMP's, whose types are listed. */
    private void beginCmp() {
        begin();
        assertEquals("optimizely-cmp", onFx(() -> providers().getValue().id()));
        awaitState("fits the schema");
    }

    private CheckBox variables() {
        return lookup(".editor-bar .check-box").queryAs(CheckBox.class);
    }

    private void awaitState(String words) {
        await(() -> lookup(".json-state").queryAs(Label.class).getText().contains(words));
    }

    private void put(String text, int caret) {
        onFx(() -> {
            editor().show(text, Syntax.JSON);
            editor().reveal(caret);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private List<String> findings() {
        return onFx(() -> ((ListView<BodyCheck.Finding>) lookup(".body-findings").queryAs(ListView.class)).getItems()
                .stream().map(BodyCheck.Finding::sentence).toList());
    }

    @SuppressWarnings("unchecked")
    private List<String> offered() {
        await(() -> completions().isPresent());
        return onFx(() -> ((ListView<Completion>) completions().orElseThrow()).getItems().stream()
                .map(Completion::label).toList());
    }

    private static Optional<ListView<?>> completions() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".completions"))
                .filter(ListView.class::isInstance)
                .<ListView<?>>map(node -> (ListView<?>) node)
                .findFirst();
    }

    private void complete() {
        press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
    }

    private CapturedEvent send() throws Exception {
        sendTo("/x?id={{target.tenant}}");
        await(() -> lookup(".answer-status").tryQuery().isPresent());
        return newest();
    }

    @Test
    void differencesAreToldAndNeverInTheWay() throws Exception {
        beginCmp();
        put("{\"event_name\": 7, \"new_one\": 1,\n \"data\": []}", 0);
        write(" ");
        awaitState("differences from the schema");
        assertTrue(findings().contains("“new_one” is not in the schema."), findings().toString());
        assertTrue(findings().stream().anyMatch(each -> each.startsWith("“data” is a list")), findings().toString());
        clickOn("“new_one” is not in the schema.");
        await(() -> editor().lookup(".code-area").isFocused());
        assertEquals(onFx(() -> editor().text()), send().body().utf8());
    }

    @Test
    void namesAndValuesAreCompleted() {
        beginCmp();
        put("{\n  \n}", 4);
        complete();
        assertEquals(List.of("event_name", "data"), offered().subList(0, 2));
        write("\"ev");
        await(() -> completions().filter(list -> list.getItems().size() == 1).isPresent());
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> editor().text().startsWith("{\n  \"event_name\": \""));
        String type = onFx(() -> editor().text()).replaceAll("(?s).*: \"(.*)\".*", "$1");
        assertTrue(workbench.providers().find("optimizely-cmp").orElseThrow().event(type).isPresent(), type);
        put("{\"event_name\": }", 15);
        complete();
        assertEquals(List.of(type), offered());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> completions().isEmpty());
    }

    @Test
    void variablesAreFilledIn_andUnknownOnesAreTold() throws Exception {
        beginCmp();
        put("\"id\": \"{{uuid}}\", \"at\": {{now.unix}}, \"t\": \"{{target.tenant}}\", \"o\": \"{{other}}\"}", 0);
        write("{");
        awaitState("once filled in");
        await(() -> lookup(".unknown-variables").queryAs(Label.class).getText().endsWith("{{other}}"));
        CapturedEvent sent = send();
        assertEquals("/x?id=acme", sent.request().target());
        assertTrue(sent.body().utf8().matches(
                "\\{\"id\": \"[0-9a-f-]{36}\", \"at\": \\d{10}, \"t\": \"acme\", \"o\": \"\\{\\{other}}\"}"),
                sent.body().utf8());

        onFx(() -> {
            variables().setSelected(false);
            return true;
        });
        await(() -> !lookup(".unknown-variables").queryAs(Label.class).isVisible());
        awaitState("Not JSON");
    }

    @Test
    void aCapturedBodyIsSentAsItIs_unlessVariablesAreSwitchedOn() throws Exception {
        beginCmp();
        put("\"template\": \"{{now}}\"}", 0);
        write("{");
        onFx(() -> {
            variables().setSelected(false);
            return true;
        });
        CapturedEvent event = sendAgain();
        edit(event);
        await(() -> editor().text().equals(event.body().utf8()));
        assertFalse(onFx(() -> variables().isSelected()));
        assertEquals(event.body(), sendAgain().body());
        onFx(() -> {
            variables().setSelected(true);
            return true;
        });
        assertTrue(sendAgain().body().utf8().matches("\\{\"template\": \"\\d{4}-.*Z\"}"));
    }

    private CapturedEvent sendAgain() throws Exception {
        long before = stored().stream().findFirst().map(EventSummary::id).orElse(0L);
        sendTo("/x");
        await(() -> stored().stream().anyMatch(each -> each.id() > before));
        return newest();
    }

    @Test
    void whatWasWrittenIsThereAgain_alsoAfterARestart() throws Exception {
        beginCmp();
        put("{\"mine\": 1}", 0);
        write(" ");
        begin();
        await(() -> editor().text().equals(" {\"mine\": 1}"));
        onFx(() -> {
            compose.close();
            return true;
        });
        openSheet(Theme.Mode.LIGHT);
        begin();
        await(() -> editor().text().equals(" {\"mine\": 1}"));
        assertEquals("optimizely-cmp", onFx(() -> providers().getValue().id()));
        clickOn("New sample");
        awaitState("fits the schema");
    }

    @Test
    void templatesAreSavedOpenedAndRemoved() throws Exception {
        beginCmp();
        put("{\"mine\": 1}", 0);
        write(" ");
        clickOn("Templates").clickOn("Save as template…");
        await(() -> lookup(".template-name .text-field").query().isVisible());
        onFx(() -> {
            lookup(".template-name .text-field").queryAs(TextField.class).setText("My_one");
            return true;
        });
        clickOn("Save template");
        await(() -> !lookup(".template-name").query().isVisible());
        assertEquals(List.of("My_one"), workbench.drafts().templates());
        clickOn("New sample");
        awaitState("fits the schema");
        clickOn("Templates").clickOn("My_one");
        await(() -> editor().text().equals(" {\"mine\": 1}"));
        clickOn("Templates").moveTo("My_one").clickOn("Remove");
        await(() -> lookup("My_one").queryAll().size() > 1);
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> workbench.drafts().templates().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void pictures(Theme.Mode mode) {
        openSheet(mode);
        beginCmp();
        put("\n  \"event_name\": \"task_new\",\n  \"data\": {\"task\": {\"id\": 42, \"colour\": \"{{uuid}} {{other}}\"}},\n"
                + "  \"added_later\": {{now.unix}}\n}", 0);
        write("{");
        awaitState("differences");
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        Screenshots.save(stage().getScene().getRoot(), "compose-findings" + suffix);
        put("{\n  \n}", 4);
        complete();
        assertFalse(offered().isEmpty());
        onFx(() -> {
            Screenshots.save(completions().orElseThrow().getScene().getRoot(), "compose-completion" + suffix);
            return true;
        });
    }
}
