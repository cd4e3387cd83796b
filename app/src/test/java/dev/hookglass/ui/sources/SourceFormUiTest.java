package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.event.Header;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.ReplyRule;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceFormUiTest extends UiTest {
    private static final String THIRTY_TWO = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private Workbench workbench;
    private SourceForm form;
    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        form = form();
        showForm(Theme.Mode.LIGHT);
    }

    private SourceForm form() {
        return onFx(() -> new SourceForm(workbench.sources(), workbench.replies(), workbench.providers(), workbench.targets(), background,
                () -> Optional.of("http://127.0.0.1:8787"), _ -> {}, done::incrementAndGet));
    }

    private void showForm(Theme.Mode mode) {
        show(() -> {
            StackPane backdrop = new StackPane(form.root());
            backdrop.setStyle("-fx-background-color: -color-bg-inset; -fx-padding: 24px;");
            return backdrop;
        }, mode);
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private void add() {
        onFx(() -> {
            form.add();
            return true;
        });
        await(() -> !providers().getItems().isEmpty());
    }

    private void edit(Source source) {
        onFx(() -> {
            form.edit(source);
            return true;
        });
        await(() -> field("Name").getText().equals(source.name()));
    }

    private void choose(String id) {
        onFx(() -> {
            providers().setValue(workbench.providers().find(id).orElseThrow());
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Provider> providers() {
        return lookup(".combo-box").queryAs(ComboBox.class);
    }

    /** The field below a name. */
    private TextInputControl field(String name) {
        return lookup(".field-name").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(name))
                .map(label -> (TextInputControl) label.getLabelFor())
                .findFirst().orElseThrow();
    }

    private PasswordTextField secret() {
        return lookup(".secret-text").queryAs(PasswordTextField.class);
    }

    private Optional<String> objection() {
        return onFx(() -> lookup(".objection").queryAllAs(Label.class).stream()
                .filter(Label::isVisible).map(Label::getText).findFirst());
    }

    private Optional<String> banner() {
        return onFx(() -> lookup(".banner-title").queryAllAs(Label.class).stream().map(Label::getText).findFirst());
    }

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
        form = form();
        showForm(mode);
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        edit(workbench.sources().find("CMP").orElseThrow());
        Screenshots.save(stage().getScene().getRoot(), "source-form-reply-closed" + suffix);
        openOwnReply("503 ×2, nothing");
        Screenshots.save(stage().getScene().getRoot(), "source-form-reply" + suffix);
        assertTrue(objection().isPresent());
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
        assertTrue(banner().orElseThrow().contains("“soon” is not an age"));
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
        form = form();
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
