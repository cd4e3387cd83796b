package dev.hookglass.ui.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.provider.Provider;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sender is described, tried on a request that it really signed, and saved. */
class SenderFormUiTest extends UiTest {
    private static final String BODY = "{\"kind\":\"order.paid\",\"order\":{\"id\":42}}";
    private static final String SECRET = "s3cret of acme";

    @TempDir
    Path folder;

    private Workbench workbench;
    private SenderForm form;
    private final List<Provider> saved = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        send();
        show(Theme.Mode.LIGHT);
    }

    private void show(Theme.Mode mode) {
        form = onFx(() -> new SenderForm(workbench.events(), workbench.providers(), background, (provider, secret) -> {
            saved.add(provider);
            secrets.add(secret);
        }, () -> {}));
        show(() -> {
            StackPane backdrop = new StackPane(form.root());
            backdrop.setStyle("-fx-background-color: -color-bg-inset; -fx-padding: 24px;");
            return backdrop;
        }, mode);
        onFx(() -> {
            form.open(Optional.empty(), Optional.empty());
            return true;
        });
        await(() -> box("Header with the proof").getItems().contains("X-Acme-Signature"));
    }

    private void send() throws Exception {
        String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        String time = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        byte[] signature = mac.doFinal((time + "|" + BODY).getBytes(StandardCharsets.UTF_8));
        client.send(HttpRequest.newBuilder(URI.create(url + "/acme"))
                .header("X-Acme-Signature", "t=" + time + ";sig=" + HexFormat.of().formatHex(signature))
                .header("X-Acme-Kind", "order.paid")
                .POST(BodyPublishers.ofString(BODY)).build(), BodyHandlers.discarding());
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        client.close();
    }

    private Node under(String name) {
        return lookup(".field-name").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(name))
                .map(Label::getLabelFor)
                .findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box(String name) {
        return (ComboBox<String>) under(name);
    }

    private void set(String name, String value) {
        onFx(() -> {
            switch (under(name)) {
                case ComboBox<?> editable when editable.isEditable() -> editable.getEditor().setText(value);
                case ComboBox<?> _ -> box(name).setValue(value);
                case TextInputControl field -> field.setText(value);
                default -> throw new AssertionError(name);
            }
            return true;
        });
    }

    private void typeSecret(String secret) {
        onFx(() -> {
            lookup(".secret-text").<PasswordTextField>query().setText(secret);
            return true;
        });
    }

    private void describeAcme() {
        set("Name", "Acme & Sons: \"orders\"");
        set("Header with the proof", "X-Acme-Signature");
        set("Prefix", "sig=");
        set("Separator", ";");
        set("Hash", "sha512");
        set("Signed content", "{timestamp}|{body}");
        set("Time", "field:t");
        set("Tolerance in seconds", "300");
        set("Event type", "/kind");
    }

    private String finding() {
        return onFx(() -> lookup(".trial-findings .banner-title").queryAllAs(Label.class).stream().map(Label::getText)
                .findFirst().orElse(""));
    }

    private void awaitFinding(String words) {
        await(() -> lookup(".trial-findings .banner-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
    }

    @Test
    void whatIsTypedIsJudgedAtOnce_andSavedAsAFileThatIsUsedFromThenOn() throws Exception {
        describeAcme();
        typeSecret("another");
        awaitFinding("invalid: X-Acme-Signature does not match");
        assertTrue(lookup(".banner-detail").queryAs(Label.class).getText().contains("|{\"kind\":\"order.paid\""));
        typeSecret(SECRET);
        awaitFinding("valid: X-Acme-Signature matches");
        assertFalse(Files.exists(folder.resolve("providers")), "nothing is kept before it is saved");

        clickOn("Save sender");
        await(() -> saved.size() == 1);
        assertEquals(List.of(SECRET), secrets);
        Provider acme = workbench.providers().find("acme-sons-orders").orElseThrow();
        assertEquals("Acme & Sons: \"orders\"", acme.name());
        assertEquals(saved.getFirst(), acme);
        String file = Files.readString(workbench.providers().fileOf(acme.id()).orElseThrow());
        assertTrue(file.contains("tolerance: 'PT300S'") && !file.contains(SECRET), file);
    }

    @Test
    void whatWasDescribed_isThereToBeDescribedAnew() throws Exception {
        describeAcme();
        clickOn("Save sender");
        await(() -> saved.size() == 1);
        String id = saved.getFirst().id();

        onFx(() -> {
            form.open(Optional.of(id), Optional.empty());
            return true;
        });
        typeSecret(SECRET);
        awaitFinding("valid: X-Acme-Signature matches");
        set("Name", "Acme");
        clickOn("Save sender");
        await(() -> saved.size() == 2);
        assertEquals(id, saved.getLast().id());
        assertEquals("Acme", workbench.providers().find(id).orElseThrow().name());
        assertEquals(saved.getFirst().scheme(), saved.getLast().scheme());
    }

    @Test
    void whatIsWrongWithTheDescription_isToldWithItsLine() {
        awaitFinding("Name the header");
        set("Header with the proof", "X-Acme-Signature");
        set("Signed content", "{timestamp}.{body}");
        awaitFinding("“timestamp” must say where it stands");
        assertTrue(finding().contains("line "), finding());
        set("Time", "X-Acme-Kind");
        typeSecret("any");
        awaitFinding("malformed");
        clickOn("Save sender");
        await(() -> lookup(".form-findings .banner-title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("The sender needs a name.")));
        assertEquals(List.of(), saved);
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void pictures(Theme.Mode mode) {
        show(mode);
        describeAcme();
        typeSecret(SECRET);
        awaitFinding("valid: X-Acme");
        String suffix = "-" + mode.name().toLowerCase(Locale.ROOT);
        Screenshots.save(stage().getScene().getRoot(), "sender-form" + suffix);
        typeSecret("wrong");
        awaitFinding("invalid");
        Screenshots.save(stage().getScene().getRoot(), "sender-form-invalid" + suffix);
    }
}
