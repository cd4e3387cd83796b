package dev.hookglass.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.event.Header;
import dev.hookglass.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    private static final Draft DRAFT = new Draft("github", "push", List.of(new Header("X-A", "b")), "{}\n", true,
            true);

    @TempDir
    Path folder;

    @Test
    void draftsAndTemplatesOutliveTheirReader() throws Exception {
        Path file = folder.resolve("compose.json");
        Drafts drafts = new Drafts(file);
        assertEquals(Optional.empty(), drafts.last());
        drafts.keep(DRAFT);
        drafts.save(" two ", DRAFT);
        drafts.save("one", DRAFT);

        Drafts again = new Drafts(file);
        assertEquals(Optional.of(DRAFT), again.last());
        assertEquals(List.of("one", "two"), again.templates());
        again.remove("one");
        assertEquals(List.of("two"), new Drafts(file).templates());
        assertEquals(Optional.of(DRAFT), new Drafts(file).template("two"));
        assertThrows(Problem.class, () -> again.save(" ", DRAFT));
    }

    @Test
    void editsOfEvents_areKeptEachByItself_andThoseOfTheOldestGo() throws Exception {
        Path file = folder.resolve("compose.json");
        Drafts drafts = new Drafts(file);
        drafts.keep(DRAFT);
        for (long event = 1; event <= 51; event++) {
            drafts.keepEdited(event, DRAFT);
        }
        drafts.forgetEdited(7);

        Drafts again = new Drafts(file);
        assertEquals(Optional.empty(), again.edited(1));
        assertEquals(Optional.empty(), again.edited(7));
        assertEquals(Optional.of(DRAFT), again.edited(51));
        assertEquals(Optional.of(DRAFT), again.last());
    }

    @Test
    void aFileThatCannotBeReadIsToldAndLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.json"), "{");
        Drafts drafts = new Drafts(file);
        assertTrue(assertThrows(Problem.class, drafts::last).sentence().contains("compose.json"));
        assertThrows(Problem.class, () -> drafts.keep(DRAFT));
        assertEquals("{", Files.readString(file));
    }
}
