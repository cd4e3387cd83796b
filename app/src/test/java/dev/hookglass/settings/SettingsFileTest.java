package dev.hookglass.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.store.Retention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("settings.json");
    }

    @Test
    void withoutAFile_everythingIsKeptAndNothingIsPowerSafe() throws Exception {
        assertEquals(new StorageSettings(false, Retention.EVERYTHING), SettingsFile.load(file).get().storage());
    }

    @Test
    void changes_areToldAndThereTheNextTime() throws Exception {
        SettingsFile settings = SettingsFile.load(file);
        List<Settings> told = new ArrayList<>();
        settings.listen(told::add);

        settings.change(each -> each.withStorage(new StorageSettings(true, new Retention(1, 2, 3))));

        assertEquals(List.of(Settings.DEFAULT, settings.get()), told);
        assertEquals(settings.get(), SettingsFile.load(file).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"storage\":null}", "{\"storage\":{}}", "{\"other\":{\"x\":1}}",
            "{\"storage\":{\"powerSafe\":false}}"})
    void partsThatAreMissing_areTheUsualOnes(String content) throws Exception {
        Files.writeString(file, content);

        assertEquals(Settings.DEFAULT, SettingsFile.load(file).get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"storage\":{\"retention\":{\"events\":-1}}}"})
    void aFileThatCannotBeRead_isToldAndLeftAsItIs(String content) throws Exception {
        Files.writeString(file, content);

        Problem problem = assertThrows(Problem.class, () -> SettingsFile.load(file));

        assertTrue(problem.sentence().contains(file.toString()), problem.sentence());
        assertEquals(content, Files.readString(file));
    }
}
