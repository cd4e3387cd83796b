package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request should have been signed with and as leaves by no way out: whoever had it could forge that request. */
class ExportedProofsIT {
    private static final String CANARY = "canary-expected-77";
    private static final String BODY = "{\"action\":\"opened\"}";

    @TempDir
    private Path folder;
    private String data = "";
    private byte[] expected = {};

    @BeforeEach
    void captureABadOne() throws Exception {
        data = folder.resolve("data").toString();
        Header right = Catalogue.load(folder).find("github").orElseThrow().scheme().sign(
                new SignedMessage(new RequestHead("POST", "/hub", "HTTP/1.1", List.of()), Bytes.ofUtf8(BODY),
                        Instant.now()),
                new Secret("", CANARY)).getFirst();
        expected = HexFormat.of().parseHex(right.value().substring("sha256=".length()));
        try (Workbench workbench = Workbench.open(Path.of(data)); HttpClient http = HttpClient.newHttpClient()) {
            workbench.sources()
                    .add(Source.draft("Hub", "github", "/hub").withSecrets(List.of(new Secret("a", CANARY))));
            HttpRequest bad = HttpRequest
                    .newBuilder(
                            URI.create(workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0)) + "/hub"))
                    .header(right.name(), "sha256=" + "ab".repeat(32)).POST(BodyPublishers.ofString(BODY)).build();
            assertEquals(200, http.send(bad, BodyHandlers.discarding()).statusCode());
            assertEquals(Outcome.INVALID,
                    workbench.events().newer(EventFilter.ALL, 0, 1).getFirst().verdict().outcome());
        }
    }

    private void assertConcealed(Run run, String has) {
        String out = run.out() + run.err();
        assertTrue(out.contains(has), out);
        assertFalse(out.contains(CANARY), out);
        assertFalse(out.toLowerCase(Locale.ROOT).contains(HexFormat.of().formatHex(expected)), out);
        assertFalse(out.contains(Base64.getEncoder().withoutPadding().encodeToString(expected)), out);
        assertFalse(out.contains(Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8))), out);
    }

    @ParameterizedTest
    @EnumSource
    void export_inEachForm(ExportFormat format) {
        String has = format == ExportFormat.CSV ? "invalid" : "abababab";
        assertConcealed(Run.of("export", "--format", format.word(), "--data", data), has);
        assertConcealed(Run.of("export", "--format", format.word(), "--with-secrets", "--data", data), has);
    }

    @Test
    void show_inEachForm() {
        assertConcealed(Run.of("show", "1", "--data", data), "invalid");
        assertConcealed(Run.of("show", "1", "--json", "--data", data), "\"ruledOut\"");
        assertConcealed(Run.of("show", "1", "--head", "--data", data), "abababab");
        assertConcealed(Run.of("events", "--json", "--data", data), "invalid");
    }
}
