package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.Secret;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.base.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source is described, corrected and saved. */
class SourceFormUiTest extends WithSourceForm {
    private static final String THIRTY_TWO = "0123456789abcdef0123456789abcdef";

    @Test
    void aSecretThatIsTooLongIsRefusedAndOneThatFitsIsSaved() {
        add();
        choose("optimizely-cmp");
        assertEquals("/optimizely-cmp", field("Path").getText());
        clickOn(secret()).write(THIRTY_TWO + "x");
        assertTrue(objection().orElseThrow().contains("33 characters"), objection().toString());
        assertFalse(secret().getText().contains("0123"), "masked");
        clickOn("Save");
        assertTrue(banner().orElseThrow().contains("CMP"), banner().toString());
        assertEquals(0, done.get());
        assertEquals(4, workbench.sources().all().size());

        clickOn(secret()).push(KeyCode.END).push(KeyCode.BACK_SPACE);
        assertEquals(Optional.empty(), objection());
        push(KeyCode.ENTER);
        await(() -> done.get() == 1);
        Source saved = workbench.sources().all().get(3);
        assertEquals("optimizely-cmp", saved.provider());
        assertEquals(List.of(new Secret("secret 1", THIRTY_TWO)), saved.secrets());
    }

    @Test
    void aProposalFollowsTheProviderUntilItIsTouched() {
        add();
        choose("optimizely-cmp");
        onFx(() -> {
            field("Name").setText("Mine");
            return true;
        });
        choose("optimizely-campaign");
        assertEquals("Mine", field("Name").getText());
        assertEquals("/optimizely-campaign", field("Path").getText());
        assertTrue(lookup("http://127.0.0.1:8787/optimizely-campaign").tryQuery().isPresent());
    }

    @Test
    void aProblemIsToldInTheFormAndNothingIsLost() {
        add();
        choose("optimizely-cmp");
        onFx(() -> {
            field("Path").setText("/optimizely/cmp");
            return true;
        });
        clickOn(secret()).write("typed");
        push(KeyCode.ENTER);
        await(() -> lookup(".banner").tryQuery().isPresent());
        assertTrue(banner().orElseThrow().contains("/optimizely/cmp"));
        assertEquals("typed", secret().getPassword());
        assertEquals(0, done.get());
    }

    @Test
    void editingKeepsSecretsThatAreNotTouched() throws Exception {
        Source cmp = workbench.sources().find("CMP").orElseThrow();
        Source source = workbench.sources()
                .replace(cmp.withSecrets(List.of(new Secret("production", "p4ss"), new Secret("staging", "s3cret")))
                        .withReply(ReplyRule.EXPECTED.withAnswer(ReplySequence.parse("204"))));
        edit(source);
        clickOn(field("Name")).push(KeyCode.SHORTCUT, KeyCode.A).write("Content");
        push(KeyCode.ENTER);
        await(() -> done.get() == 1);
        Source saved = workbench.sources().find(source.id()).orElseThrow();
        assertEquals("Content", saved.name());
        assertEquals(source.secrets(), saved.secrets());
        assertEquals(source.reply(), saved.reply());
    }

    @Test
    void aSecretsLastDayAndAnOwnToleranceAreSaved() throws Exception {
        Instant from = Instant.parse("2026-11-20T12:34:56Z");
        Source source = workbench.sources().add(Source.draft("Pay", "stripe", "/pay")
                .withSecrets(List.of(new Secret("old", "whsec_1", Optional.of(from), Optional.empty()),
                        new Secret("new", "whsec_2"))));
        edit(source);
        List<DatePicker> pickers = List.copyOf(lookup(".date-picker").queryAllAs(DatePicker.class));
        assertEquals(List.of(true, true, false, false), pickers.stream()
                .map(picker -> picker.getParent().isVisible()).toList());
        onFx(() -> {
            pickers.get(1).setValue(LocalDate.of(2026, 12, 31));
            return true;
        });
        TextField age = lookup(".tolerance .text-field").queryAs(TextField.class);
        assertEquals("5 min", age.getPromptText());
        clickOn(age).write("soon").push(KeyCode.ENTER);
        await(() -> banner().filter(said -> said.contains("“soon” is not an age")).isPresent());
        Screenshots.save(stage().getScene().getRoot(), "source-form-dates");
        clickOn(age).push(KeyCode.SHORTCUT, KeyCode.A).write("90 s").push(KeyCode.ENTER);
        await(() -> done.get() == 1);

        Source saved = workbench.sources().find(source.id()).orElseThrow();
        Instant end = LocalDate.of(2027, 1, 1).atStartOfDay(ZoneId.systemDefault()).toInstant();
        assertEquals(new Secret("old", "whsec_1", Optional.of(from), Optional.of(end)), saved.secrets().getFirst());
        assertEquals(new Secret("new", "whsec_2"), saved.secrets().getLast());
        assertEquals(Optional.of(Duration.ofSeconds(90)), saved.tolerance());
    }

    @Test
    void aSecretIsShownWhenAskedFor() {
        add();
        choose("optimizely-cmp");
        clickOn(secret()).write("s3cret");
        assertEquals("••••••", secret().getText());
        clickOn(lookup(".secret-row .button").<javafx.scene.Node>match(
                node -> "Show the secret".equals(node.getAccessibleText())).<javafx.scene.Node>query());
        await(() -> secret().getText().equals("s3cret"));
    }

    @Test
    void escapeClosesWithoutSaving() {
        add();
        push(KeyCode.ESCAPE);
        await(() -> done.get() == 1);
        assertEquals(4, workbench.sources().all().size());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void pictures(Theme.Mode mode) {
        showForm(mode);
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        add();
        Screenshots.save(stage().getScene().getRoot(), "source-form-empty" + suffix);
        choose("optimizely-campaign");
        Screenshots.save(stage().getScene().getRoot(), "source-form-campaign" + suffix);
        choose("optimizely-cmp");
        clickOn(secret()).write(THIRTY_TWO + "x");
        clickOn("Add secret").write("another");
        clickOn("Save");
        Screenshots.save(stage().getScene().getRoot(), "source-form-objection" + suffix);
        assertEquals(2, lookup(".secret-text").queryAllAs(TextField.class).size());
    }
}
