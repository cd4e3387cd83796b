package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.signature.Scheme;
import dev.hookglass.workbench.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests from elsewhere, among them all published ones, judged on the command line. */
class VerifyCommandIT extends WithDataFolder {
    private static final String SIGNATURE = "X-Hub-Signature: sha1=e0199de63fb7192634f52136d4ceb7dc6f191da3";
    /** The providers whose files judge the published requests as they are. */
    private static final Map<String, String> PROVIDERS = Map.of("hub_signature_sha1", "optimizely-experimentation",
            "hub_signature_256", "github", "stripe", "stripe", "slack_v0", "slack", "shopify", "shopify",
            "standard_webhooks", "standard-webhooks", "twilio", "twilio", "square", "square", "mailgun", "mailgun",
            "sendgrid_ecdsa", "sendgrid");

    private Run verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(Arrays.asList(arguments));
        return run(all.toArray(String[]::new));
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream in = Scheme.class.getResourceAsStream("vectors.json")) {
            if (in == null) {
                throw new IOException("There is no vectors.json");
            }
            return JsonMapper.shared().readTree(in);
        }
    }

    private String file(String body) throws IOException {
        return Files.writeString(parent.resolve("body"), body).toString();
    }

    private String agentsBody() throws IOException {
        return vectors().get(0).path("body").asString();
    }

    @Test
    void verify_thePublishedRequests_exitsByTheirVerdicts() throws IOException {
        int checked = 0;
        for (JsonNode vector : vectors()) {
            String provider = PROVIDERS.get(vector.path("scheme").asString());
            if (provider != null && vector.path("origin").asString().equals("published")) {
                List<String> arguments = new ArrayList<>(List.of("--provider", provider, "--secret",
                        vector.path("secret_or_key").asString(), "--body", file(vector.path("body").asString()),
                        "--url", vector.path("url").asString(), "--method", vector.path("method").asString(), "--at",
                        vector.path("now_epoch_seconds").asString("1700000000")));
                vector.path("headers").properties().forEach(header -> arguments
                        .addAll(List.of("--header", header.getKey() + ": " + header.getValue().asString())));

                Run run = verify(arguments.toArray(String[]::new));

                boolean isValid = vector.path("expect").asString().equals("valid");
                assertEquals(isValid ? 0 : 1, run.exit(), () -> vector.path("id") + run.out() + run.err());
                assertEquals("", run.err());
                checked++;
            }
        }
        assertTrue(checked > 20, "only " + checked);
    }

    @Test
    void verify_aBodyThatWasWrittenAnew_saysSo() throws IOException {
        String pretty = JsonMapper.shared().writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonMapper.shared().readTree(agentsBody()));

        Run run = verify("--provider", "optimizely-experimentation", "--secret", "I am secret", "--header", SIGNATURE,
                "--body", file(pretty));

        assertEquals(1, run.exit());
        assertTrue(run.out().contains("→ The JSON in the body was written anew on its way"), run.out());
        assertTrue(run.out().contains("✘ HMAC-SHA1 with secret “secret 1” is not what the request carries."),
                run.out());
    }

    @Test
    void verify_asJson_tellsAllButSecrets() throws IOException {
        Run run = verify("--provider", "optimizely-experimentation", "--secret", " I am secret ", "--header", SIGNATURE,
                "--body", file(agentsBody()), "--json");

        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals("invalid", json.path("verdict").asString());
        assertEquals("hmac", json.path("scheme").asString());
        assertEquals("e0199de63fb7192634f52136d4ceb7dc6f191da3", json.path("receivedSignature").asString());
        assertEquals(agentsBody(), json.path("signedContent").asString());
        assertEquals("white space or quotes around the secret", json.path("diagnosis").path("accident").asString());
        assertFalse(run.out().contains("I am secret"), run.out());
    }

    @Test
    void verify_aSecretThatTravels_isNotPrinted() throws IOException {
        for (String form : List.of("--json", "--method=POST")) {
            Run run = verify("--provider", "optimizely-cmp", "--secret", "ours-1234", "--header",
                    "Callback-Secret: theirs-5678", "--body", file("{}"), form);

            assertEquals(1, run.exit());
            assertFalse(run.out().contains("theirs-5678") || run.out().contains("ours-1234"), run.out());
        }
    }

    @Test
    void verify_besideAnOpenFolder_works() throws Exception {
        try (Workbench open = Workbench.open(folder)) {
            Run run = verify("--provider", "optimizely-experimentation", "--secret", "I am secret", "--header",
                    SIGNATURE, "--body", file(agentsBody()));

            assertEquals(0, run.exit(), run.err());
            assertTrue(run.out().startsWith("✔ valid: "), run.out());
            assertEquals(3, open.sources().all().stream().filter(source -> !source.isInbox()).count());
        }
    }

    @Test
    void verify_wrongUsage_isSaid() throws IOException {
        String body = file("{}");
        assertEquals(2, verify("--provider", "github", "--body", body).exit());
        assertEquals(2, verify("--provider", "github", "--secret", "s", "--body", body, "--header", "none").exit());
        assertEquals(2, verify("--provider", "github", "--secret", "s", "--body", body, "--at", "noon").exit());
        assertEquals(2, verify("--provider", "github", "--secret", "s").exit());
        Run unknown = verify("--provider", "nobody", "--secret", "s", "--body", body);
        assertEquals(1, unknown.exit());
        assertTrue(unknown.err().contains("There is no provider “nobody”"), unknown.err());
        assertEquals(1, verify("--provider", "github", "--secret", "s", "--body", "no such file").exit());
    }
}
