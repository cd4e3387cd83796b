package dev.hookglass.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Content;
import dev.hookglass.signature.FirstFitting;
import dev.hookglass.signature.HeaderEquals;
import dev.hookglass.signature.HeaderKey;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Hmac;
import dev.hookglass.signature.HttpBasic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    @TempDir
    Path folder;

    @Test
    void theBuiltInProvidersAreThere_sortedByName() {
        Catalogue catalogue = Catalogue.load(folder.resolve("missing"));

        assertEquals(List.of("Adyen", "Bitbucket", "Contentful", "Discord", "DocuSign", "Dropbox", "Generic", "GitHub",
                "GitLab", "HubSpot", "Intercom", "Linear", "Mailgun", "Meta", "Optimizely Campaign", "Optimizely CMP",
                "Optimizely Experimentation", "PagerDuty", "Paddle", "SendGrid", "Shopify", "Slack", "Square",
                "Standard Webhooks", "Stripe", "Svix", "Twilio", "Twitch", "Typeform", "Zendesk", "Zoom").stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList(), catalogue.all().stream().map(Provider::name).toList());
        assertTrue(catalogue.problems().isEmpty());
        for (Provider provider : catalogue.all()) {
            assertEquals(Optional.of(provider), catalogue.find(provider.id()));
        }
        assertTrue(catalogue.find("../index").isEmpty());
    }

    @Test
    void cmp() {
        Provider cmp = builtIn("optimizely-cmp");

        assertEquals(new HeaderEquals("Callback-Secret"), cmp.scheme());
        assertEquals(List.of(200, 202), cmp.acknowledgement().statuses());
        assertEquals(Optional.of(Duration.ofSeconds(30)), cmp.acknowledgement().within());
        assertEquals(
                Optional.of(new Retry(Retry.Backoff.EXPONENTIAL, Optional.empty(), Optional.of(Duration.ofDays(3)))),
                cmp.retry());
        assertTrue(cmp.objection("x".repeat(33)).isPresent());
        assertTrue(cmp.objection("x".repeat(32)).isEmpty());
        assertTrue(cmp.key().isEmpty());
        assertEquals(43, cmp.events().stream().filter(event -> !event.summary().contains("Older name")).count());
        assertEquals(49, cmp.events().size());
        assertEquals("task_metadata_modified", cmp.event("task_metadata_modifed").orElseThrow().name());
        assertEquals("Asset added to task", cmp.event("task_asset_added").orElseThrow().title());
    }

    @Test
    void campaign() {
        Provider campaign = builtIn("optimizely-campaign");

        assertEquals(new FirstFitting(List.of(new HeaderKey(), new HttpBasic())), campaign.scheme());
        assertEquals(100, campaign.batch().orElseThrow().max());
        assertTrue(campaign.batch().orElseThrow().items().matches());
        assertEquals(List.of(200), campaign.acknowledgement().statuses());
        assertEquals(Optional.of(Duration.ofSeconds(10)), campaign.retry().orElseThrow().every());
        assertEquals(14, campaign.events().size());
    }

    @Test
    void experimentation() {
        Provider experimentation = builtIn("optimizely-experimentation");

        assertEquals(new Hmac("X-Hub-Signature", Hash.SHA1, "sha1="), experimentation.scheme());
        assertEquals(43, experimentation.events().size());
        assertEquals("project.datafile_updated", experimentation.events().getFirst().name());
        assertTrue(experimentation.acknowledgement().within().isEmpty());
        assertTrue(experimentation.retry().isEmpty());
        assertEquals(JsonStyle.SPACED, experimentation.style());
    }

    @Test
    void everyEventTypeHasWordsForPeople() {
        for (Provider provider : Catalogue.load(folder).all()) {
            for (EventType event : provider.events()) {
                assertTrue(!event.title().isBlank() && event.summary().endsWith("."),
                        provider.id() + " " + event.name());
            }
        }
    }

    @Test
    void everyEventTypeHasASchemaThatItsExamplesFit() {
        // What goes through Svix is of the making of those who send it.
        for (Provider provider : Catalogue.load(folder).all().stream().filter(each -> !each.id().equals("svix"))
                .toList()) {
            for (EventType event : provider.events()) {
                assertFalse(event.schema().isEmpty(), provider.id() + " " + event.name());
                event.examples().forEach(example -> assertEquals(List.of(),
                        SchemaComparison.of(event.schema(), example, ""), provider.id() + " " + event.name()));
            }
        }
    }

    @Test
    void aUsersFileWinsOverTheBuiltInOneOfTheSameId() throws IOException {
        write("mine.yml", "generic", "My generic");
        write("other.json", "other", "Another");
        Files.writeString(folder.resolve("notes.txt"), "not a provider");

        Catalogue catalogue = Catalogue.load(folder);

        assertEquals("My generic", catalogue.find("generic").orElseThrow().name());
        List<String> names = catalogue.all().stream().map(Provider::name).toList();
        assertTrue(names.containsAll(List.of("Another", "My generic", "Optimizely Campaign"))
                && !names.contains("Generic"));
        assertTrue(catalogue.problems().isEmpty());
    }

    @Test
    void aBrokenFileIsLeftOutAndTold() throws IOException {
        Files.writeString(folder.resolve("a-broken.yaml"), "asyncapi: 3.0.0\ninfo: {title: X}\nx-webhook: {idd: x}\n");
        write("first.yaml", "twice", "First");
        write("second.yaml", "twice", "Second");

        Catalogue catalogue = Catalogue.load(folder);

        assertEquals("First", catalogue.find("twice").orElseThrow().name());
        assertEquals(1 + 31, catalogue.all().size());
        List<String> sentences = catalogue.problems().stream().map(Problem::sentence).toList();
        assertEquals(2, sentences.size());
        assertTrue(sentences.getFirst().startsWith("a-broken.yaml, line 3, column "), sentences.getFirst());
        assertTrue(sentences.getLast().startsWith("second.yaml has the id “twice”"), sentences.getLast());
    }

    @Test
    void aFileInPlaceOfTheFolderIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertInstanceOf(Provider.class, Catalogue.load(file).find("generic").orElseThrow());
    }

    private void write(String file, String id, String title) throws IOException {
        Files.writeString(folder.resolve(file), """
                {"asyncapi": "3.0.0", "info": {"title": "%s", "version": "1"},
                "x-webhook": {"id": "%s", "signature": {"scheme": "none"}}}
                """.formatted(title, id));
    }

    private static OwnSender acme(String name, String content, String timestamp) {
        return new OwnSender(name, OwnSender.Proof.SIGNATURE, "X-Acme-Signature", "", "", "sha256", "hex", "text",
                content,
                timestamp, "seconds", "", "", "X-Acme-Event");
    }

    @Test
    void save_whatAPersonDescribes_isThereAtOnceAndAfterwards() throws Exception {
        Catalogue catalogue = Catalogue.load(folder.resolve("providers"));

        Provider added = catalogue.save(acme("It's \"Acme\": a # b", "v0:{timestamp}:{body}\\n", "X-Acme-Time"),
                Optional.empty());

        assertEquals("It's \"Acme\": a # b", added.name());
        assertEquals(Optional.of(added), catalogue.find(added.id()));
        assertEquals(Optional.of(added), Catalogue.load(folder.resolve("providers")).find(added.id()));
        Hmac hmac = assertInstanceOf(Hmac.class, added.scheme());
        assertEquals(Content.parse("v0:{timestamp}:{body}\n"), hmac.layout().content());
        assertEquals(List.of(new Locator.InHeader("X-Acme-Event")), added.type());
        assertTrue(Files.readString(catalogue.fileOf(added.id()).orElseThrow()).startsWith("# A sender of your own"));
    }

    @ParameterizedTest
    @EnumSource
    void described_isWhatWasSaved_andReplacesItself(OwnSender.Proof proof) throws Exception {
        Catalogue catalogue = Catalogue.load(folder.resolve("providers"));
        OwnSender sender = new OwnSender("Acme \\ \"x\" 'y' \u00e9", proof, "X-Acme", "v1=", ",", "sha512", "base64",
                "hex",
                "{id}.{timestamp}\\n{body}", "field:t", "iso", "30", "X-Id", "/kind");
        String id = catalogue.save(sender, Optional.empty()).id();

        OwnSender described = catalogue.described(id).orElseThrow();
        assertEquals(sender.name(), described.name());
        assertEquals(proof, described.proof());
        if (proof == OwnSender.Proof.SIGNATURE) {
            assertEquals(sender, described);
        }
        assertEquals(id, catalogue.save(described, Optional.of(id)).id());
        try (Stream<Path> files = Files.list(catalogue.folder())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void save_aNameThatIsTaken_getsAnotherId() throws Exception {
        Catalogue catalogue = Catalogue.load(folder.resolve("providers"));

        assertEquals("stripe-2", catalogue.save(acme("Stripe", "", ""), Optional.empty()).id());
        assertEquals("stripe-3", catalogue.save(acme("stripe", "", ""), Optional.empty()).id());
        assertEquals("sender", catalogue.save(acme("\u4e16\u754c", "", ""), Optional.empty()).id());
    }

    @Test
    void save_whatIsWrong_isToldWithItsLineAndNotKept() {
        Catalogue catalogue = Catalogue.load(folder.resolve("providers"));

        String lacking = assertThrows(Problem.class,
                () -> catalogue.save(acme("Acme", "{timestamp}{body}", ""), Optional.empty()))
                .sentence();
        assertTrue(lacking.startsWith("acme.yaml, line ") && lacking.contains("“timestamp” must say"), lacking);
        assertTrue(assertThrows(Problem.class, () -> catalogue.save(acme(" ", "", ""), Optional.empty())).sentence()
                .contains("a name"));
        assertTrue(Files.notExists(folder.resolve("providers")));
    }

    @Test
    void reload_noticesFilesThatWereChanged() throws Exception {
        Catalogue catalogue = Catalogue.load(folder.resolve("providers"));
        Path file = catalogue.fileOf(catalogue.save(acme("Acme", "", ""), Optional.empty()).id()).orElseThrow();

        Files.writeString(file, Files.readString(file).replace("'Acme'", "'Apex'"));
        catalogue.reload();
        assertEquals("Apex", catalogue.find("acme").orElseThrow().name());
        assertEquals("Apex", catalogue.described("acme").orElseThrow().name());

        Files.writeString(file, Files.readString(file) + "  key: /id\n");
        catalogue.reload();
        assertTrue(catalogue.find("acme").isPresent());
        assertTrue(catalogue.described("acme").isEmpty(), "what a form cannot show must not be lost by it");

        Files.writeString(file, "asyncapi: 3.0.0\nx-webhook:\n  id: [\n");
        catalogue.reload();
        assertTrue(catalogue.find("acme").isEmpty());
        assertEquals(1, catalogue.problems().size());
    }

    private Provider builtIn(String id) {
        return Catalogue.load(folder).find(id).orElseThrow();
    }
}
