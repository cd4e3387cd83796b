package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.signature.Secret;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final Catalogue PROVIDERS = Catalogue.load(Path.of("no-such-folder"));

    @TempDir
    private Path folder;
    private Path file;
    private final List<Sources> loaded = new ArrayList<>();

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("sources.json");
    }

    private Sources load() throws Problem {
        Sources sources = Sources.load(file, PROVIDERS);
        loaded.add(sources);
        return sources;
    }

    /** A file may still be written in the background, and the folder goes in a moment. */
    @AfterEach
    void close() {
        loaded.forEach(Sources::close);
    }

    private static Source draft(String name, String path, String... secrets) {
        return Source.draft(name, "optimizely-cmp", path)
                .withSecrets(Stream.of(secrets).map(text -> new Secret("secret", text)).toList());
    }

    private static String problem(Sources sources, Source draft) {
        return assertThrows(Problem.class, () -> sources.add(draft)).sentence();
    }

    @Test
    void load_theFirstTime_setsUpTheThreeProductsWithoutSecrets() throws Problem {
        List<Source> all = load().all();

        assertEquals(List.of("CMP", "Campaign", "Experimentation", "Inbox"), all.stream().map(Source::name).toList());
        assertTrue(all.stream().allMatch(source -> source.secrets().isEmpty()));
        assertEquals(all, load().all());
    }

    @Test
    void load_whatWasSaved_isTheSame() throws Exception {
        Source full = Source.draft("Küche ☕", "optimizely-campaign", "/x")
                .withSecrets(List.of(new Secret("a", "user:pass\"ä\\"), new Secret("b", "X-Key: v")))
                .withPublicUrl("https://example.com/hook")
                .withReply(new ReplyRule(ReplySequence.parse("503 ×2, drop after 2 s, 202 after 30 s"),
                        Optional.of(ReplySequence.parse("401")), List.of(new Header("X-Up", "välue")), "{\"ok\":1}"));

        Source added = load().add(full);

        assertEquals(added, load().find(added.id()).orElseThrow());
        assertEquals(full.secrets(), load().find("küche ☕").orElseThrow().secrets());
        assertEquals(full.reply(), added.reply());
        assertTrue(Files.readString(file).contains("\"503 ×2, drop after 2 s, 202 after 30 s\""));
    }

    @Test
    void add_replaceAndRemove_areSeenAndSaved() throws Problem {
        Sources sources = load();
        Source added = sources.add(draft(" Shop ", "/shop/"));
        assertEquals("Shop", added.name());
        assertEquals("/shop", added.path());

        sources.replace(
                Source.draft("Store", added.provider(), "/store").withId(added.id()));
        assertEquals("Store", load().nameOf(added.id()));
        assertEquals(Source.INBOX, sources.claiming("/shop"));

        sources.remove(added.id());
        assertTrue(load().find(added.id()).isEmpty());
        assertEquals("Store", load().nameOf(added.id()));
        assertEquals(Set.of(added.id()), load().idsNamed("Store"::equals));
    }

    @Test
    void add_afterARemoval_givesAnIdThatWasNeverUsed() throws Problem {
        Sources sources = load();
        Source first = sources.add(draft("A", "/a"));
        sources.remove(first.id());

        assertTrue(load().add(draft("A", "/a")).id() > first.id());
    }

    @Test
    void theInbox_cannotBeChangedOrRemoved() throws Problem {
        Sources sources = load();

        assertThrows(Problem.class, () -> sources.replace(Source.INBOX));
        assertThrows(Problem.class, () -> sources.remove(Source.INBOX.id()));
    }

    @Test
    void replace_aSourceThatIsNoMore_isAProblem() throws Problem {
        Sources sources = load();
        Source gone = sources.add(draft("A", "/a"));
        sources.remove(gone.id());

        assertThrows(Problem.class, () -> sources.replace(gone));
    }

    @ParameterizedTest
    @CsvSource({"/a, A", "/a/, A", "/a/x, A", "/a?x=/a/b, A", "/a/b, AB", "/a/b/c?d, AB", "/a/bc, A", "/ab, Inbox",
            "/A, Inbox", "/, Inbox", "*, Inbox", "'', Inbox", "//a, Inbox", "/a%2Fb, Inbox"})
    void claiming_theLongestPathWinsOnBordersOfSegments(String target, String name) throws Problem {
        Sources sources = load();
        sources.add(draft("A", "/a"));
        sources.add(draft("AB", "/a/b"));

        assertEquals(name, sources.claiming(target).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CMP", "cmp", "inbox", "a\nb",
            "1234567890123456789012345678901234567890123456789012345678901"})
    void add_aNameAgainstTheRules_isAProblem(String name) throws Problem {
        assertTrue(problem(load(), draft(name, "/new")).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "new", "/a b", "/ä", "/a?b", "/a#b", "/optimizely/cmp", "/optimizely/cmp/"})
    void add_aPathAgainstTheRules_isAProblem(String path) throws Problem {
        assertTrue(problem(load(), draft("New", path)).endsWith("."));
    }

    @Test
    void add_anUnknownProvider_isAProblem() throws Problem {
        Source draft = Source.draft("New", "nobody", "/new");

        assertTrue(problem(load(), draft).contains("“nobody”"));
    }

    @Test
    void add_aSecretLongerThanCmpAllows_isAProblemThatDoesNotTellIt() throws Problem {
        Sources sources = load();
        String allowed = "s".repeat(32);

        String sentence = problem(sources, draft("New", "/new", allowed + "t"));
        sources.add(draft("New", "/new", allowed));

        assertTrue(sentence.contains("at most 32"), sentence);
        assertFalse(sentence.contains(allowed), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "ftp://example.com", "https://", "https://a b", "http:///x"})
    void add_aPublicUrlThatIsNone_isAProblem(String url) throws Problem {
        Source draft = Source.draft("New", "generic", "/new").withPublicUrl(url);

        assertTrue(problem(load(), draft).contains(url));
    }

    @ParameterizedTest
    @CsvSource({"204, 204", "null, expected"})
    void load_aFileWithAStatusInsteadOfAReply_answersThat(String status, String answer) throws Exception {
        load();
        String now = Files.readString(file);
        String old = now.replaceAll("(?s)\"reply\" : \\{.*?\"body\" : \"\"\\s*}", "\"status\" : " + status);
        assertFalse(old.contains("reply"), old);
        Files.writeString(file, old);

        assertEquals(answer, load().find("CMP").orElseThrow().reply().answer().text());
        load().add(draft("New", "/new"));
        assertFalse(Files.readString(file).contains("status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"canary\"", "canary", "{\"nextId\":\"canary\"}",
            "{\"nextId\":2,\"removed\":{},\"sources\":[{\"id\":1,\"name\":\"canary\"}]}",
            "{\"nextId\":2,\"removed\":{},\"sources\":[null]}",
            "{\"nextId\":2,\"removed\":{},\"sources\":[{\"id\":1,\"name\":\"a\",\"provider\":\"generic\",\"path\":\"/a\","
                    + "\"publicUrl\":\"\",\"secrets\":[{\"name\":\"canary\"}]}]}"})
    void load_abrokenFile_isAProblemThatDoesNotQuoteItAndLeavesIt(String content) throws IOException {
        Files.writeString(file, content);

        Problem problem = assertThrows(Problem.class, this::load);

        assertTrue(problem.sentence().contains(file.toString()), problem.sentence());
        assertFalse(problem.sentence().contains("canary"), problem.sentence());
        assertEquals(content, Files.readString(file));
    }

    @Test
    void load_aFileOfANewerHookglass_ignoresWhatItDoesNotKnow() throws Exception {
        load();
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"colour\":\"red\","));

        assertEquals(4, load().all().size());
    }

    @Test
    void load_aFileFromBeforeWindowsAndTolerances_hasNone() throws Exception {
        Files.writeString(file, """
                {"nextId":5,"removed":{},"sources":[{"id":4,"name":"a","provider":"optimizely-cmp","path":"/a",
                "publicUrl":"","status":null,"secrets":[{"name":"first","text":"s3cret"}]}]}""");

        Source source = load().find("a").orElseThrow();

        assertEquals(List.of(new Secret("first", "s3cret")), source.secrets());
        assertEquals(Optional.empty(), source.tolerance());
    }

    @Test
    void theFile_isItsOwnersOnly() throws Exception {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        load().add(draft("New", "/new", "secret"));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void add_whatCannotBeSaved_changesNothing() throws Exception {
        Sources sources = load();
        String before = Files.readString(file);
        // In the way of the file that is written first.
        Files.createDirectories(folder.resolve("sources.json.new").resolve("full"));

        assertThrows(Problem.class, () -> sources.add(draft("New", "/new")));

        assertEquals(before, Files.readString(file));
        assertTrue(sources.find("New").isEmpty());
    }
}
