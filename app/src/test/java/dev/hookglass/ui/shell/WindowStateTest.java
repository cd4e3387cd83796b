package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hookglass.ui.base.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStateTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWritten_isReadAgain(boolean isSourceChosen) {
        WindowState state = new WindowState(1, 2, 1_300, 820, false, 0.2, 0.7, Theme.Mode.DARK, Listening.FIRST,
                List.of("http://localhost:3000/"), "verdict:invalid",
                isSourceChosen ? OptionalInt.of(3) : OptionalInt.empty());
        Path file = folder.resolve("window.json");
        state.write(file);
        assertEquals(state, WindowState.read(file));
    }

    @Test
    void aFileThatCannotBeRead_givesTheFirstState() throws Exception {
        Path file = Files.writeString(folder.resolve("window.json"), "{\"x\":");
        assertEquals(WindowState.FIRST, WindowState.read(file));
    }
}
