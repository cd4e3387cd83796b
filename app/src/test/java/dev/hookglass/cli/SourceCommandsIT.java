package dev.hookglass.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sources and the providers they may be of. */
class SourceCommandsIT extends WithDataFolder {
    @Test
    void source_addListRemove() {
        assertEquals("Added the source Shop at /shop.\n", done("source", "add", "Shop", "--provider", "optimizely-cmp",
                "--path", "/shop/", "--secret", "canary", "--public-url", "https://example.com/s").out());

        JsonNode shop = done("source", "list", "--json").json().get(3);
        assertEquals("{\"name\":\"Shop\",\"provider\":\"optimizely-cmp\",\"path\":\"/shop\",\"secrets\":1,"
                + "\"publicUrl\":\"https://example.com/s\",\"reply\":{\"answer\":\"expected\",\"whenBad\":null,"
                + "\"headers\":[],\"body\":\"\"}}", shop.toString());
        String list = done("source", "list").out();
        assertTrue(list.contains("Shop") && list.contains("1 secret") && !list.contains("canary"), list);

        done("source", "remove", "shop");
        assertFalse(done("source", "list").out().contains("Shop"));
    }

    @Test
    void source_aSecretFromAFile_endsBeforeItsLineBreak() throws Exception {
        Path file = Files.writeString(parent.resolve("secret"), "s1\n");
        done("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret-file",
                file.toString());
        receive(post("/shop", TASK.getBytes(UTF_8)));

        assertEquals("valid", done("events", "--json").json().getFirst().get("verdict").stringValue());
    }

    @Test
    void source_change_ofTheTolerance_judgesAgain() throws Exception {
        done("source", "add", "Pay", "--provider", "stripe", "--path", "/pay", "--secret", "whsec_1");
        long signedAt = Instant.now().minusSeconds(4_000).getEpochSecond();
        byte[] signature = Hash.SHA256.hmac("whsec_1".getBytes(UTF_8), List.of((signedAt + ".{}").getBytes(UTF_8)));
        receive(("POST /pay HTTP/1.1\r\nHost: localhost\r\nStripe-Signature: t=" + signedAt + ",v1="
                + HexFormat.of().formatHex(signature) + "\r\nContent-Length: 2\r\n\r\n{}").getBytes(UTF_8));

        assertEquals("Changed the source Pay.\nJudged the events of Pay again: 1 valid.\n",
                run("source", "change", "Pay", "--tolerance", "PT2H").out());
        assertEquals("Changed the source Pay.\nJudged the events of Pay again: 1 stale.\n",
                run("source", "change", "Pay", "--tolerance", "").out());
        assertEquals(1, run("source", "change", "Pay", "--tolerance", "two hours").exit());
    }

    @Test
    void source_change_changesWhatIsGivenAndNothingElse() throws Exception {
        done("source", "add", "Shop", "--provider", "optimizely-cmp", "--path", "/shop", "--secret", "right", "--reply",
                "503, 202@50ms", "--reply-header", "X-A: 1", "--reply-header", "Content-Type: application/json",
                "--reply-body", "{}");

        assertEquals("Changed the source Shop.\n", done("source", "change", "shop", "--when-bad", "401").out());
        JsonNode reply = done("source", "list", "--json").json().get(3).get("reply");
        assertEquals("{\"answer\":\"503, 202 after 50 ms\",\"whenBad\":\"401\",\"headers\":[[\"X-A\",\"1\"],"
                + "[\"Content-Type\",\"application/json\"]],\"body\":\"{}\"}", reply.toString());

        done("source", "change", "Shop", "--when-bad", "same", "--reply", "drop", "--reply-header", "", "--reply-body",
                "");
        assertTrue(done("source", "list").out().contains("answers drop"));
        assertEquals(2, run("source", "change", "Shop").exit());
        assertEquals(1, run("source", "change", "Shop", "--reply", "99").exit());
        assertEquals(1, run("source", "change", "Inbox", "--reply", "500").exit());
    }

    @Test
    void source_aSecretThatIsTooLong_isNotRepeated() {
        Run run = run("source", "add", "x", "--provider", "optimizely-cmp", "--path", "/x", "--secret",
                "canary".repeat(6));

        assertOneSentence(1, run);
        assertTrue(run.err().contains("at most 32") && !run.err().contains("canary"), run.err());
    }

    @Test
    void providers_areListedWithTheirTypes() {
        JsonNode cmp = done("providers", "--json").json().stream()
                .filter(provider -> provider.get("id").stringValue().equals("optimizely-cmp")).findFirst()
                .orElseThrow();

        assertEquals("header-equals", cmp.get("scheme").stringValue());
        assertTrue(cmp.get("types").size() > 40);
        assertEquals(List.of("id", "name", "scheme", "types", "acknowledge", "retry"),
                List.copyOf(cmp.propertyNames()));
        assertEquals("{\"status\":[200,202],\"within\":\"PT30S\"}", cmp.get("acknowledge").toString());
        assertEquals("{\"backoff\":\"exponential\",\"every\":null,\"for\":\"PT72H\"}", cmp.get("retry").toString());
        assertTrue(done("providers", "github", "--json").json().getFirst().get("retry").isNull());
        assertTrue(done("providers").out().contains("optimizely-campaign"));
        assertFalse(Files.exists(folder));
    }

    @Test
    void providers_theFileOfOne_canBecomeOneOfTheUsersOwn() throws Exception {
        String stripe = done("providers", "stripe").out();
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("providers").resolve("mine.yaml"), stripe.replace("id: stripe", "id: mine"));

        assertEquals("hmac", done("providers", "mine", "--json").json().getFirst().get("scheme").stringValue());
        assertTrue(done("providers", "mine").out().startsWith("# Stripe."));
        assertOneSentence(1, run("providers", "no-such"));
    }
}
