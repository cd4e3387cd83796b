package dev.hookglass.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.delivery.OutboundRequest;
import dev.hookglass.delivery.TargetUrl;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    @TempDir
    private Path folder;
    private Path file;
    private Targets targets;

    @BeforeEach
    void load() throws Problem {
        file = folder.resolve("targets.json");
        targets = Targets.load(file);
    }

    private Target staging() throws Problem {
        return targets.add(Target.draft("Staging", "https://staging.example/base/")
                .withHeaders(List.of(new TargetHeader("X-Env", "staging", false),
                        new TargetHeader("Authorization", "Bearer t0ken", true)))
                .withVariables(Map.of("tenant", "acme")));
    }

    @Test
    void aTarget_isThereAfterARestart_inAFileForItsOwnerOnly() throws Exception {
        Target added = staging();
        targets.allow("API.example");
        targets.trust(TargetUrl.of("https://self.signed:8443/x"), "ab12");
        Targets again = Targets.load(file);
        assertEquals(List.of(added), again.all());
        assertTrue(again.allowsPublic("api.example"));
        assertEquals(Optional.of("ab12"), again.pin("SELF.signed", 8443));
        assertEquals(Optional.empty(), again.pin("self.signed", 443));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(added.toString().contains("t0ken"));
        assertFalse(added.headers().toString().contains("t0ken"));
    }

    @Test
    void idsAreNotUsedAgain_andARemovedTargetComesBackAsItWas() throws Exception {
        Target added = staging();
        targets.remove(added.id());
        Target next = targets.add(Target.draft("Other", "http://localhost:1/"));
        assertEquals(added.id() + 1, next.id());
        targets.restore(added);
        assertEquals(List.of(added, next), targets.all());
    }

    @Test
    void whereToSend_isANameOrAPathBelowItOrAUrl() throws Exception {
        staging();
        assertEquals("https://staging.example/base/", targets.destination(" staging ").url().toString());
        assertEquals("https://staging.example/base/hooks/cmp?x=1",
                targets.destination("STAGING/hooks/cmp?x=1").url().toString());
        assertEquals("acme", targets.destination("staging").variables().get("tenant"));
        assertEquals(List.of(), targets.destination("http://localhost:3000/x").headers());
        assertEquals(2, targets.destination("https://staging.example/base/").headers().size());
        Problem problem = assertThrows(Problem.class, () -> targets.destination("stagging"));
        assertTrue(problem.sentence().startsWith("There is no target named “stagging”"), problem.sentence());
    }

    @Test
    void headersOfATarget_takeThePlaceOfOthersOfTheirNames() throws Exception {
        staging();
        OutboundRequest request = new OutboundRequest("POST", TargetUrl.of("https://staging.example/"),
                List.of(new Header("A", "1"), new Header("authorization", "old"), new Header("B", "2"),
                        new Header("AUTHORIZATION", "older")),
                Bytes.EMPTY);
        assertEquals(
                List.of(new Header("A", "1"), new Header("Authorization", "Bearer t0ken"), new Header("B", "2"),
                        new Header("X-Env", "staging")),
                targets.destination("staging").carrying(request).headers());
    }

    @Test
    void theInternet_isAllowedByHost_orBySavingATarget() throws Exception {
        assertFalse(targets.allowsPublic("staging.example"));
        staging();
        assertTrue(targets.allowsPublic("staging.example"));
        targets.allowForNow("Once.example");
        assertTrue(targets.allowsPublic("once.example"));
        assertFalse(Targets.load(file).allowsPublic("once.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
            "'' > http://h/ > X: 1 > needs a name",
            "a/b > http://h/ > X: 1 > no slash",
            "STAGING > http://h/ > X: 1 > already a target",
            "a > h/ > X: 1 > write http://h/",
            "a > http://me:hunter2@h/ > X: 1 > user name or password",
            "a > http://h/ > Host: 1 > belongs to the connection",
            "a > http://h/ > X y: 1 > is not a header name"})
    void whatIsWrong_isSaid_andNothingIsSaved(String name, String url, String header, String expected)
            throws Exception {
        staging();
        int colon = header.indexOf(':');
        Target draft = Target.draft(name, url).withHeaders(
                List.of(new TargetHeader(header.substring(0, colon), header.substring(colon + 1).strip(), false)));
        Problem problem = assertThrows(Problem.class, () -> targets.add(draft));
        assertTrue(problem.sentence().contains(expected), problem.sentence());
        assertFalse(problem.sentence().contains("hunter2"), problem.sentence());
        assertEquals(1, targets.all().size());
    }

    @Test
    void aFileThatCannotBeRead_isToldWithoutQuotingIt() throws Exception {
        Files.writeString(file, "{\"targets\": [{\"headers\": \"Bearer t0ken\"");
        Problem problem = assertThrows(Problem.class, () -> Targets.load(file));
        assertTrue(problem.sentence().contains("mend the file"), problem.sentence());
        assertFalse(problem.sentence().contains("t0ken"), problem.sentence());
    }
}
