package dev.hookglass.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Marks;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.diagnosis.Diagnosis;
import dev.hookglass.signature.diagnosis.Patience;
import dev.hookglass.source.Examination;
import dev.hookglass.source.Examiner;
import dev.hookglass.source.Intake;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** How a verdict came about and what explains it, beside the table. */
class SignatureTabUiTest extends UiTest {
    private static final Catalogue PROVIDERS = Catalogue.load(Path.of("no-such-folder"));
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final Secret SECRET = new Secret("since autumn", "canary-9931-x");
    private static final double DETAIL_WIDTH = 470;
    private static final double DETAIL_HEIGHT = 690;

    private final CompletableFuture<Source> opened = new CompletableFuture<>();

    private static Source source(String provider, Secret... secrets) {
        return Source.draft("Shop", provider, "/shop").withId(7).withSecrets(List.of(secrets));
    }

    private static String signature(String body) {
        return HexFormat.of().formatHex(Hash.SHA256.hmac(SECRET.text().getBytes(StandardCharsets.UTF_8),
                List.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static CapturedEvent event(Source source, String body, Header... headers) {
        RequestHead head = new RequestHead("POST", source.path(), "HTTP/1.1", List.of(headers));
        Bytes bytes = Bytes.ofUtf8(body);
        Verdict verdict = new Intake(PROVIDERS).judge(source, head, bytes, AT, "http");
        return new CapturedEvent(new EventSummary(3, AT, source.id(), source.provider(), "POST", source.path(),
                "127.0.0.1:5", "push", 1, "k", 1, verdict, 200, bytes.size(), bytes.sha256(), false, Optional.empty(),
                false, Marks.NONE),
                head.toBytes(), bytes);
    }

    private void show(Theme.Mode mode, Source source, CapturedEvent event) {
        show(() -> {
            SignatureTab tab = new SignatureTab(background,
                    (seen, patience) -> new Examiner(PROVIDERS, List.of(source), _ -> List.of()).examine(seen,
                            patience),
                    opened::complete);
            tab.show(event, Optional.of(source), source.name(), _ -> {});
            return tab.root();
        }, mode);
        onFx(() -> {
            stage().setWidth(DETAIL_WIDTH);
            stage().setHeight(DETAIL_HEIGHT);
            return true;
        });
        await(() -> shown().contains("Step by step"));
    }

    private String shown() {
        StringBuilder words = new StringBuilder();
        for (Node node : lookup(Labeled.class::isInstance).queryAll()) {
            words.append(((Labeled) node).getText()).append('\n');
        }
        return words.toString();
    }

    private void assertShown(String words) {
        assertTrue(shown().contains(words), () -> words + " is not among: " + shown());
    }

    @Test
    void aChangedBody_isExplainedWithTheFirstByteThatDiffers() {
        String body = "{\"id\": 42, \"title\": \"Autumn\"}";
        String signed = "{\"id\":42,\"title\":\"Autumn\"}";
        Source source = source("github", SECRET);
        CapturedEvent event = event(source, body, new Header("X-Hub-Signature-256", "sha256=" + signature(signed)));
        for (Theme.Mode mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            show(mode, source, event);
            Screenshots.save(stage().getScene().getRoot(), "signature-changed-" + mode);
        }

        assertShown("The JSON in the body was written anew on its way: it matches without white space between its "
                + "parts.");
        assertShown("HMAC-SHA256 with secret “since autumn” is not what the request carries.");
        assertShown("From byte 6 on, ");
        List<String> marks = lookup(".byte-mark").queryAll().stream().map(node -> ((Label) node).getText()).toList();
        assertEquals(List.of("20", "34"), marks, "a space here, the digit 4 there");
        assertShown("GitHub");
        assertFalse(shown().contains(SECRET.text()));
    }

    @Test
    void theExpectedSignature_isShownOnlyWhileAPersonAsks() {
        String body = "{\"id\":42}";
        String expected = "sha256=" + signature(body);
        Source source = source("github", SECRET);
        show(Theme.Mode.LIGHT, source,
                event(source, body, new Header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))));
        assertFalse(shown().contains(expected));

        ToggleButton reveal = lookup(ToggleButton.class::isInstance).query();
        onFx(() -> {
            reveal.fire();
            return true;
        });
        assertShown(expected);
        Screenshots.save(stage().getScene().getRoot(), "signature-revealed");
        onFx(() -> {
            reveal.fire();
            return true;
        });
        assertFalse(shown().contains(expected));
    }

    @Test
    void aPastedSecret_leadsToTheSourcesForm() throws Exception {
        String body = "{\"id\":42}";
        Source source = source("github", new Secret("since autumn", SECRET.text() + " "));
        show(Theme.Mode.LIGHT, source,
                event(source, body, new Header("X-Hub-Signature-256", "sha256=" + signature(body))));

        assertShown("was pasted with white space or quotes around it.");
        onFx(() -> {
            lookup(node -> node instanceof Labeled label && label.getText().equals("Check secrets")).queryButton()
                    .fire();
            return true;
        });
        assertEquals(source, opened.get());
    }

    @Test
    void aSecretThatIsSentItself_isMasked() {
        Source source = source("optimizely-cmp", SECRET);
        show(Theme.Mode.LIGHT, source, event(source, "{}", new Header("Callback-Secret", SECRET.text())));

        assertShown("Secret “since autumn” is what the request carries.");
        assertFalse(shown().contains(SECRET.text()));
    }

    @Test
    void whatNothingExplains_saysWhatWasRuledOut() {
        Source source = source("stripe", SECRET);
        show(Theme.Mode.DARK, source,
                event(source, "{}", new Header("Stripe-Signature", "t=1795176000,v1=" + "ab".repeat(32))));
        Screenshots.save(stage().getScene().getRoot(), "signature-nothing");

        assertShown("kinds of change were tried: ");
        assertShown("white space in JSON.");
    }

    /** As if there had been no time for anything but the first kind of change. */
    @Test
    void whatThereWasNoTimeFor_isTriedWhenAPersonAsks() {
        Source source = source("github", SECRET);
        CapturedEvent event = event(source, "{}", new Header("X-Hub-Signature-256", "sha256=" + "ab".repeat(32)));
        show(() -> {
            SignatureTab tab = new SignatureTab(background, (seen, patience) -> {
                Examination whole = new Examiner(PROVIDERS, List.of(source), _ -> List.of()).examine(seen, patience);
                return patience == Patience.ALL_OF_IT
                        ? whole
                        : new Examination(whole.provider(), whole.explanation(), Optional.of(new Diagnosis(
                                Optional.empty(), List.of("one"), List.of("another"), List.of())));
            }, opened::complete);
            tab.show(event, Optional.of(source), source.name(), _ -> {});
            return tab.root();
        }, Theme.Mode.LIGHT);
        await(() -> shown().contains("Not tried: another."));

        onFx(() -> {
            lookup(node -> node instanceof Labeled label && label.getText().equals("Try the rest, too")).queryButton()
                    .fire();
            return true;
        });

        await(() -> shown().contains("white space in JSON."));
        assertFalse(shown().contains("Try the rest"));
    }
}
