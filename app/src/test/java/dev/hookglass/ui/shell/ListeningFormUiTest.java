package dev.hookglass.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.problem.Problem;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing where to listen. */
class ListeningFormUiTest extends UiTest {
    @TempDir
    Path folder;

    private final List<Listening> chosen = new ArrayList<>();
    private Workbench workbench;
    private ListeningForm form;

    @BeforeEach
    void openForm() throws Exception {
        workbench = Workbench.open(folder.resolve("data"));
        form = onFx(() -> new ListeningForm(workbench, background, Listening.FIRST.withPort(0), chosen::add, () -> {}));
        show(() -> form);
    }

    @AfterEach
    void closeWorkbench() throws Problem {
        workbench.close();
    }

    private TextField field(String meaning) {
        return lookup(".text-field").match((TextField each) -> meaning.equals(each.getAccessibleText())).query();
    }

    private void type(String meaning, String text) throws Exception {
        onFx(() -> {
            field(meaning).setText(text);
            return true;
        });
    }

    @Test
    void httpsIsListenedForWhenItIsTurnedOn() throws Exception {
        assertTrue(field("Port for HTTPS").isDisabled());
        clickOn(lookup(".check-box").<CheckBox>query());
        type("Port for HTTPS", "0");
        clickOn("Listen");
        await(() -> !chosen.isEmpty());

        assertTrue(workbench.url().isPresent());
        assertTrue(workbench.httpsUrl().orElseThrow().startsWith("https://127.0.0.1:"));
        assertEquals(List.of(Listening.FIRST.withPort(0).maxBodyMebibytes()),
                chosen.stream().map(Listening::maxBodyMebibytes).toList());
        Screenshots.save(stage().getScene().getRoot(), "listening");
    }

    @Test
    void aSizeThatIsNoneIsTold() throws Exception {
        type("Largest body in MiB", "0");
        clickOn("Listen");

        await(() -> lookup(".banner").tryQuery().isPresent());
        assertTrue(workbench.url().isEmpty());
    }

    @Test
    void theCertificateIsExportedWithoutItsKey() throws Exception {
        Path file = folder.resolve("hookglass.pem");
        onFx(() -> {
            form.export(file.toFile());
            return true;
        });
        await(() -> lookup(".banner").tryQuery().isPresent());

        assertTrue(Files.readString(file).startsWith("-----BEGIN CERTIFICATE-----"));
    }
}
