package dev.hookglass.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.keychain.Keychain;
import dev.hookglass.keychain.SecretService;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.SecretKeeping.Kind;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a real process in the place of {@code secret-tool}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the process is a shell script")
class SecretsAtRestIT {
    private static final Catalogue PROVIDERS = Catalogue.load(Path.of("no-such-folder"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Secret SECRET = new Secret("autumn", "canary-7c1e", Optional.of(Instant.EPOCH),
            Optional.empty());

    @TempDir
    private Path folder;
    private Path data;
    private FakeSecretTool tool;

    @BeforeEach
    void prepare() throws IOException {
        assertTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        data = Files.createDirectory(folder.resolve("data"));
        tool = new FakeSecretTool(Files.createDirectory(folder.resolve("keyring")));
    }

    private Sources load(Keychain keychain) throws Problem {
        return Sources.load(data.resolve("sources.json"), PROVIDERS, keychain);
    }

    private Sources loaded(Keychain keychain) throws Problem, InterruptedException {
        Sources sources = load(keychain);
        sources.awaitKeychain(PATIENCE);
        return sources;
    }

    private static Source cmp(Sources sources) {
        return sources.find("CMP").orElseThrow();
    }

    private static void set(Sources sources, Secret... secrets) throws Problem {
        sources.replace(cmp(sources).withSecrets(List.of(secrets)));
    }

    private String file(String name) throws IOException {
        return Files.readString(data.resolve(name));
    }

    @Test
    void withAKeychain_theTextIsInNoFileAndTheKeyInNoArgument() throws Exception {
        Sources sources = load(tool.keychain());
        assertEquals("", tool.asked());
        assertEquals(Kind.NONE, sources.keeping().kind());

        set(sources, SECRET);

        assertEquals(Kind.ENCRYPTED, sources.keeping().kind());
        assertFalse((file("sources.json") + file("secrets.json")).contains("canary"));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.json"))));
        assertEquals(44, tool.kept().length());
        assertFalse(tool.asked().contains(tool.kept()));
        assertEquals(List.of(SECRET), cmp(loaded(tool.keychain())).secrets());
    }

    @Test
    void anotherChange_needsNoKeychainAndAnotherNonce() throws Exception {
        Sources sources = load(tool.keychain());
        set(sources, SECRET);
        String asked = tool.asked();
        String first = file("secrets.json");

        sources.replace(cmp(sources).withName("Renamed"));
        assertEquals(first, file("secrets.json"));
        sources.replace(sources.find("Renamed").orElseThrow().withSecrets(List.of(SECRET, new Secret("b", "2"))));

        assertEquals(asked, tool.asked());
        assertFalse(file("secrets.json").equals(first));
        sources.replace(sources.find("Renamed").orElseThrow().withSecrets(List.of()));
        assertFalse(Files.exists(data.resolve("secrets.json")));
    }

    @Test
    void withoutACommand_itIsPlainTextAndSaysSo() throws Exception {
        Sources sources = load(new SecretService(folder.resolve("nothing").toString()));
        set(sources, SECRET);

        assertEquals(Kind.PLAIN, sources.keeping().kind());
        assertTrue(sources.keeping().sentence().startsWith("Secrets are kept as plain text in a file that only you can"
                + " read, because there is no “"), sources.keeping().sentence());
        assertTrue(file("secrets.json").contains("canary"));
        assertFalse(file("sources.json").contains("canary"));
        assertEquals(List.of(SECRET), cmp(load(Keychain.none("of the test"))).secrets());
    }

    @Test
    void aKeychainThatRefuses_isQuotedInTheReason() throws Exception {
        tool.behave("echo 'Cannot autolaunch D-Bus' >&2; exit 1");
        Sources sources = load(tool.keychain());
        set(sources, SECRET);

        assertEquals(new SecretKeeping(Kind.PLAIN, "the system keychain said “Cannot autolaunch D-Bus”"),
                sources.keeping());
    }

    @Test
    void plainTextIsEncrypted_onceThereIsAKeychain() throws Exception {
        set(load(Keychain.none("of the test")), SECRET);

        Sources sources = loaded(tool.keychain());

        assertEquals(Kind.ENCRYPTED, sources.keeping().kind());
        assertFalse(file("secrets.json").contains("canary"));
        assertEquals(List.of(SECRET), cmp(sources).secrets());
        assertEquals(List.of(SECRET), cmp(loaded(tool.keychain())).secrets());
    }

    @Test
    void aKeychainThatIsSlow_holdsUpNothingAndIsTakenNoteOf() throws Exception {
        set(load(tool.keychain()), SECRET);
        tool.behave("while [ ! -f '" + folder + "/go' ]; do sleep 0.05; done");

        Sources sources = load(tool.keychain());
        CountDownLatch readable = new CountDownLatch(1);
        sources.watch(new Sources.Watcher() {
            @Override
            public void beforeChange(int source) {}

            @Override
            public void afterChange(int source) {}

            @Override
            public void secretsReadable() {
                readable.countDown();
            }
        });

        assertEquals(List.of(SECRET.withoutText()), cmp(sources).secrets());
        assertEquals(Kind.WAITING, sources.keeping().kind());
        assertThrows(Problem.class, () -> set(sources, new Secret("b", "2")));
        sources.replace(cmp(sources).withPath("/other"));
        Files.createFile(folder.resolve("go"));
        assertTrue(readable.await(30, TimeUnit.SECONDS));
        assertEquals(List.of(SECRET), cmp(sources).secrets());
        assertEquals("/other", cmp(sources).path());
    }

    @Test
    void closing_endsTheProcessThatIsWaitedFor() throws Exception {
        set(load(tool.keychain()), SECRET);
        tool.behave("echo $$ > '" + folder + "/pid'; exec sleep 60");
        Sources sources = load(tool.keychain());
        Path pid = folder.resolve("pid");
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.onSpinWait();
        }
        Optional<ProcessHandle> waiting = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));

        sources.close();

        if (waiting.isPresent()) {
            waiting.get().onExit().get(20, TimeUnit.SECONDS);
        }
        sources.awaitSecrets(PATIENCE);
        assertEquals(Kind.WAITING, sources.keeping().kind());
    }

    @Test
    void aKeychainThatFails_leavesTheFileAsItIs() throws Exception {
        set(load(tool.keychain()), SECRET);
        String before = file("secrets.json");
        tool.behave("echo 'is locked' >&2; exit 1");

        Sources sources = loaded(tool.keychain());
        Problem problem = assertThrows(Problem.class, () -> set(sources, new Secret("b", "2")));

        assertEquals("The secrets cannot be changed now, because the system keychain said “is locked”.",
                problem.sentence());
        assertEquals(Kind.UNREADABLE, sources.keeping().kind());
        assertEquals(before, file("secrets.json"));
        tool.behave("");
        assertEquals(List.of(SECRET), cmp(loaded(tool.keychain())).secrets());
    }

    @Test
    void aKeyThatIsLost_leavesTheSourcesAndKeepsTheFileAside() throws Exception {
        set(load(tool.keychain()), SECRET);
        String before = file("secrets.json");
        tool.forget();

        Sources sources = loaded(tool.keychain());
        assertEquals(Kind.LOST, sources.keeping().kind());
        assertTrue(sources.keeping().sentence().contains("Paste them anew"));
        assertEquals(List.of(SECRET.withoutText()), cmp(sources).secrets());
        assertEquals(before, file("secrets.json"));
        Secret fresh = new Secret("fresh", "new");
        set(sources, SECRET.withoutText(), fresh);

        assertEquals(List.of(SECRET.withoutText(), fresh), cmp(loaded(tool.keychain())).secrets());
        try (var aside = Files.newDirectoryStream(data, "secrets-unreadable-*.json")) {
            assertEquals(before, Files.readString(aside.iterator().next()));
        }
    }

    @Test
    void aFileThatWasTamperedWith_isRefusedInWords() throws Exception {
        set(load(tool.keychain()), SECRET);
        String whole = file("secrets.json");
        int at = whole.indexOf("\"encrypted\" : \"") + 20;
        char other = whole.charAt(at) == 'A' ? 'B' : 'A';
        for (String broken : List.of(whole.substring(0, at) + other + whole.substring(at + 1), "{", "{\"format\":1}",
                whole.replaceFirst("\"nonce\" : \".{4}", "\"nonce\" : \"AAAA"))) {
            Files.writeString(data.resolve("secrets.json"), broken);
            Sources sources = loaded(tool.keychain());

            assertEquals(Kind.LOST, sources.keeping().kind(), broken);
            assertTrue(sources.keeping().reason().contains("damaged") || broken.equals("{\"format\":1}"),
                    sources.keeping().reason());
            assertEquals(List.of(SECRET.withoutText()), cmp(sources).secrets());
            assertEquals(broken, file("secrets.json"));
        }
    }

    @Test
    void textsInTheSourcesFile_areMovedOut() throws Exception {
        String old = """
                {"nextId":5,"removed":{},"sources":[{"id":4,"name":"CMP","provider":"optimizely-cmp","path":"/a",
                "publicUrl":"","status":null,"secrets":[{"name":"first","text":"canary"}]}]}""";
        for (Keychain keychain : List.of(tool.keychain(), Keychain.none("of the test"))) {
            Files.deleteIfExists(data.resolve("secrets.json"));
            Files.writeString(data.resolve("sources.json"), old);

            assertEquals(List.of(new Secret("first", "canary")), cmp(loaded(keychain)).secrets());

            assertFalse(file("sources.json").contains("canary"));
            // As after a crash between the two files.
            Files.writeString(data.resolve("sources.json"), old);
            assertEquals(List.of(new Secret("first", "canary")), cmp(loaded(keychain)).secrets());
            assertEquals(List.of(new Secret("first", "canary")), cmp(loaded(keychain)).secrets());
        }
    }

    @Test
    void aSourceAsItWasShownBeforeTheKeychainAnswered_keepsItsTextsWhenSaved() throws Exception {
        set(load(tool.keychain()), SECRET);
        Sources sources = load(tool.keychain());
        Source shown = cmp(sources).withSecrets(List.of(SECRET.withoutText()));
        sources.awaitSecrets(PATIENCE);

        sources.replace(shown.withSecrets(List.of(SECRET.withoutText(), new Secret("b", "2"))));

        assertEquals(List.of(SECRET, new Secret("b", "2")), cmp(loaded(tool.keychain())).secrets());
    }
}
