package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.export.ExportFormat;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.source.Source;
import dev.hookglass.workbench.Workbench;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request should have been signed with and as leaves by no way out: whoever had it could forge that request. */
class ExportedProofsIT {
    private static final String CANARY = "canary-expected-77";
    private static final String BODY = "{\"action\":\"opened\"}";
    private static final String RECEIVED = "ab".repeat(32);

    @TempDir
    private Path folder;

    /** Receives one that is signed wrongly, and a handshake whose URL holds what a person typed as the verify token. */
    private static void capture(Workbench workbench) throws Exception {
        workbench.sources().add(Source.draft("Hub", "github", "/hub").withSecrets(List.of(new Secret("a", CANARY))));
        workbench.sources().add(Source.draft("Page", "meta", "/page").withSecrets(List.of(new Secret("b", CANARY))));
        String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest bad = HttpRequest.newBuilder(URI.create(url + "/hub"))
                    .header("X-Hub-Signature-256", "sha256=" + RECEIVED).POST(BodyPublishers.ofString(BODY)).build();
            assertEquals(200, http.send(bad, BodyHandlers.discarding()).statusCode());
            HttpRequest asked = HttpRequest.newBuilder(URI.create(
                    url + "/page?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=" + CANARY)).build();
            assertEquals("4711", http.send(asked, BodyHandlers.ofString()).body());
        }
    }

    private static byte[] expected() {
        Header right = Catalogue.load(Path.of("none")).find("github").orElseThrow().scheme().sign(
                new SignedMessage(new RequestHead("POST", "/hub", "HTTP/1.1", List.of()), Bytes.ofUtf8(BODY),
                        Instant.now()),
                new Secret("", CANARY)).getFirst();
        return HexFormat.of().parseHex(right.value().substring("sha256=".length()));
    }

    private static void assertNotForgeable(String out, String has) {
        assertTrue(out.contains(has), out);
        assertFalse(out.toLowerCase(Locale.ROOT).contains(HexFormat.of().formatHex(expected())), out);
        assertFalse(out.contains(Base64.getEncoder().withoutPadding().encodeToString(expected())), out);
    }

    private static void assertConcealed(String out, String has) {
        assertNotForgeable(out, has);
        assertFalse(out.contains(CANARY), out);
        assertFalse(out.contains(Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8))), out);
    }

    private static String exported(Workbench workbench, ExportFormat format, boolean withSecrets) throws Exception {
        List<Long> ids = workbench.events().newer(EventFilter.ALL, 0, 10).stream().map(EventSummary::id).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(2, workbench.exporting().write(ids, format, withSecrets, out, _ -> {}));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void export_inEveryForm() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            capture(workbench);
            for (ExportFormat format : ExportFormat.values()) {
                String has = format == ExportFormat.CSV ? Outcome.INVALID.word() : RECEIVED;
                assertConcealed(exported(workbench, format, false), has);
                assertTrue(exported(workbench, format, false).contains("4711"), format.word());
                // What the handshake carried itself is in it then, as it was asked for.
                assertNotForgeable(exported(workbench, format, true), has);
            }
        }
    }

    @Test
    void show_inEveryForm() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            capture(workbench);
        }
        String data = folder.toString();
        assertConcealed(Run.of("show", "1", "--data", data).out(), "invalid");
        assertConcealed(Run.of("show", "1", "--json", "--data", data).out(), "\"ruledOut\"");
    }
}
