package dev.hookglass.ui.base;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.ui.Contrast;
import dev.hookglass.ui.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeUiTest extends UiTest {
    private static final Path SHEETS = Path.of("src", "main", "resources", "dev", "hookglass", "ui", "css");
    private static final Pattern COLOUR = Pattern
            .compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|: *(black|white|red|gray)\\b");

    @Test
    void darkTextIsAnotherColourThanLightText() {
        show(() -> new VBox(new Label("text")), Theme.Mode.LIGHT);
        Paint light = lookup(".label").queryAs(Label.class).getTextFill();
        show(() -> new VBox(new Label("text")), Theme.Mode.DARK);
        assertNotEquals(light, lookup(".label").queryAs(Label.class).getTextFill());
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT_CONTRAST", "DARK_CONTRAST"})
    void quietWordsAreStrongInHighContrast(Theme.Mode mode) {
        show(() -> {
            Label muted = new Label("text");
            muted.getStyleClass().add("muted");
            return new VBox(muted);
        }, mode);
        Color words = (Color) lookup(".label").queryAs(Label.class).getTextFill();
        Color ground = Contrast.ground((Region) stage().getScene().getRoot());
        assertTrue(Contrast.of(words, ground) >= 7, () -> words + " on " + ground);
    }

    @Test
    void sheetsNameColoursByTheirRolesOnly() throws IOException {
        try (Stream<Path> files = Files.list(SHEETS)) {
            List<Path> sheets = files.toList();
            assertFalse(sheets.isEmpty());
            for (Path sheet : sheets) {
                assertFalse(COLOUR.matcher(Files.readString(sheet)).find(), sheet.toString());
            }
        }
    }

    @Test
    @EnabledIf("fontsAreBundled")
    void familiesNamedInTheSheetsAreThere() {
        show(() -> new VBox(new Label("text")));
        assertTrue(Font.getFamilies().containsAll(List.of("Inter", "Inter Semi Bold", "JetBrains Mono")));
        await(() -> lookup(".label").queryAs(Label.class).getFont().getFamily().equals("Inter"));
    }

    static boolean fontsAreBundled() {
        return Theme.class.getResource("/dev/hookglass/ui/fonts/Inter-Regular.otf") != null
                || Theme.class.getResource("/dev/hookglass/ui/fonts/Inter-Regular.ttf") != null;
    }
}
