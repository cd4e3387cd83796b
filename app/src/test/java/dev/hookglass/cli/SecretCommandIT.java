package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Capture;
import dev.hookglass.event.EventSummary;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.event.Verdict;
import dev.hookglass.event.Verdict.Outcome;
import dev.hookglass.problem.Problem;
import dev.hookglass.source.Source;
import dev.hookglass.store.AppendCallback;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets given, listed and taken away on the command line, and what that does to stored events. */
class SecretCommandIT extends WithDataFolder {
    private static final String CANARY = "canary-3f9a";

    private String file(String secret) throws Exception {
        return Files.writeString(parent.resolve("secret.txt"), secret + "\n").toString();
    }

    /** An event for CMP that came on 2026-11-20 and carries the canary. */
    private void capture() throws Exception {
        try (Workbench workbench = Workbench.open(folder)) {
            Source cmp = workbench.sources().find("CMP").orElseThrow();
            RequestHead head = new RequestHead("POST", cmp.path(), "HTTP/1.1",
                    List.of(new Header("Callback-Secret", CANARY)));
            CountDownLatch stored = new CountDownLatch(1);
            workbench.events().append(new Capture(Instant.parse("2026-11-20T12:00:00Z"), cmp.id(), cmp.provider(),
                    "127.0.0.1:5", null, 1, null, new Verdict(Outcome.UNCHECKED, "Because."), 200, head.toBytes(),
                    Bytes.EMPTY), new AppendCallback() {
                        @Override
                        public void stored(EventSummary event) {
                            stored.countDown();
                        }

                        @Override
                        public void failed(Problem problem) {
                            throw new IllegalStateException(problem);
                        }
                    });
            assertTrue(stored.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void secret_addListAndRemove_judgeAgainAndNeverTellIt() throws Exception {
        capture();

        Run added = run("source", "secret", "add", "cmp", "--label", "autumn", "--until", "2026-12-01T00:00:00Z",
                "--secret-file", file(CANARY));
        Run list = run("source", "secret", "list", "CMP");
        Run json = run("source", "secret", "list", "CMP", "--json");
        Run removed = run("source", "secret", "remove", "CMP", "Autumn");

        assertTrue(added.out().startsWith("Added “autumn” to CMP. Secrets are "), added.out());
        assertTrue(added.out().endsWith("\nJudged the events of CMP again: 1 valid.\n"), added.out());
        assertEquals("autumn                   until 2026-12-01 00:00 UTC\n", list.out());
        assertEquals("{\"label\":\"autumn\",\"from\":null,\"until\":\"2026-12-01T00:00:00Z\"}\n", json.out());
        assertEquals("Removed “autumn” from CMP.\nJudged the events of CMP again: 1 unchecked.\n", removed.out());
        for (Run run : List.of(added, list, json, removed)) {
            assertEquals(0, run.exit());
            assertFalse((run.out() + run.err()).contains(CANARY), run.toString());
        }
    }

    @Test
    void secret_thatEndedBefore_isNamedInTheVerdict() throws Exception {
        capture();

        Run added = run("source", "secret", "add", "CMP", "--until", "2026-11-01", "--secret", CANARY);

        assertTrue(added.out().endsWith("\nJudged the events of CMP again: 1 invalid.\n"), added.out());
        assertTrue(run("show", "1", "--json").out().contains("“secret 1”, which ended on 2026-11-0"));
    }

    @Test
    void rejudge_saysHowTheEventsAreNow() throws Exception {
        capture();

        assertEquals("Judged the events of CMP again: 1 unchecked.\n", run("source", "rejudge", "CMP").out());
        assertEquals(new Run(0, Bytes.EMPTY, ""), run("source", "rejudge", "Campaign"));
    }

    @ParameterizedTest
    @CsvSource({"add Nobody --secret s, no source named", "remove CMP none, no secret “none”",
            "add CMP --secret s --label ' ', choose another", "add CMP, There is no secret",
            "add CMP --secret s --secret t, one secret at a time",
            "add CMP --secret s --from 2026-11-21 --until 2026-11-20, end before it begins"})
    void wrongUse_isOneSentence(String arguments, String sentence) {
        String[] words = ("source secret " + arguments).replace("' '", "_").split(" ");
        Run run = run(Arrays.stream(words).map(word -> word.equals("_") ? " " : word).toArray(String[]::new));

        assertEquals(1, run.exit());
        assertTrue(run.err().contains(sentence) && run.err().lines().count() == 1, run.err());
    }

    @Test
    void aTimeThatIsNone_isWrongUsage() {
        Run run = run("source", "secret", "add", "CMP", "--secret", "s", "--from", "soon");

        assertEquals(2, run.exit());
        assertTrue(run.err().contains("“soon” is not a time such as"), run.err());
    }

    @Test
    void add_withATolerance_keepsIt() throws Exception {
        assertEquals(0, run("source", "add", "Pay", "--provider", "stripe", "--path", "/pay", "--tolerance", "PT1H")
                .exit());

        try (Workbench workbench = Workbench.open(folder)) {
            assertEquals(Optional.of(Duration.ofHours(1)),
                    workbench.sources().find("Pay").orElseThrow().tolerance());
        }
        assertEquals(2,
                run("source", "add", "Pay", "--provider", "stripe", "--path", "/p", "--tolerance", "5m").exit());
        assertEquals(1,
                run("source", "add", "Pa", "--provider", "stripe", "--path", "/p", "--tolerance", "-PT1S").exit());
    }
}
