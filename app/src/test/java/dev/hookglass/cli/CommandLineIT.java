package dev.hookglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.workbench.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all commands alike. */
class CommandLineIT extends WithDataFolder {
    @ParameterizedTest
    @ValueSource(strings = {"show 7", "replay 7 --to http://127.0.0.1:1/", "replay 1 --to nowhere",
            "replay 1 --to ftp://127.0.0.1/", "send --provider nobody --type x --to http://127.0.0.1:1/",
            "send --provider optimizely-cmp --type nothing --to http://127.0.0.1:1/",
            "send --provider optimizely-cmp --type task_added --to nowhere",
            "send --provider optimizely-cmp --type task_added --to http://127.0.0.1:1/ --items 2",
            "send --provider optimizely-campaign --type bounce --to http://127.0.0.1:1/ --items 101",
            "send --provider optimizely-cmp --type task_added --to http://127.0.0.1:1/ --secret-file no/such/file",
            "source remove nobody", "source remove inbox", "source add x --provider nobody --path /x",
            "source add cmp --provider generic --path /x", "source add x --provider generic --path x",
            "receive --bind 192.0.2.1 --port 0"})
    void whatCannotBeDone_isOneSentence(String command) {
        assertOneSentence(1, run(command.split(" ")));
        // And the folder is let go.
        assertEquals(0, run("stats").exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"events --filter shade:red", "events --filter \"x", "events --colour", "nonsense", "show",
            "show abc", "show 1 --head --body", "replay 1", "source", "source add x", "events --limit many",
            "events --limit 0", "receive --port 70000", "receive --port -1", "--port 70000", "send --provider x"})
    void whatIsWrongUsage_isToldAndIsExit2(String command) {
        assertOneSentence(2, run(command.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"source change CMP --secret s3cr3t", "source change CMP --secret=s3cr3t"})
    void whatStandsBehindAnOptionThatDoesNotExist_isNotRepeated(String command) {
        Run run = run(command.split(" "));

        assertOneSentence(2, run);
        assertTrue(run.err().contains("--secret") && !run.err().contains("s3cr3t"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "show 1", "stats", "source list", "receive --port 0",
            "replay 1 --to http://127.0.0.1:1/"})
    void aFolderInUse_isOneSentenceAndHarmsNothing(String command) throws Exception {
        try (Workbench held = Workbench.open(folder)) {
            Run run = run(command.split(" "));

            assertOneSentence(1, run);
            assertTrue(run.err().contains("open in another Hookglass"), run.err());
            assertEquals(0, held.events().tallies().size());
        }
    }

    @Test
    void help_namesTheCommands() {
        String help = done("--help").out();

        for (String command : List.of("receive", "source", "providers", "events", "show", "replay", "send", "stats")) {
            assertTrue(help.contains("  " + command), help);
        }
    }
}
