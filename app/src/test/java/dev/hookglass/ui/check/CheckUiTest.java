package dev.hookglass.ui.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hookglass.check.Finding;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.signature.Secret;
import dev.hookglass.source.ReplySequence;
import dev.hookglass.source.Source;
import dev.hookglass.ui.Screenshots;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The endpoint that is tried is the own receiver, which can be told to answer rightly or wrongly. */
class CheckUiTest extends UiTest {
    private static final String NAME = "Experimentation";

    private final ObservableList<String> recent = FXCollections.observableArrayList();

    @TempDir
    Path folder;

    private Workbench workbench;
    private CheckView check;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(folder);
        Source source = source();
        workbench.sources().replace(source.withSecrets(List.of(new Secret("secret 1", "e9b1b9d0e5d24f3e9d2c1e4f"))));
        String url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        recent.add(url + source.path());
        check = onFx(() -> new CheckView(workbench, background, recent, () -> {}));
    }

    private Source source() {
        return workbench.sources().find(NAME).orElseThrow();
    }

    private void showSheet(Theme.Mode mode) {
        show(() -> new StackPane(check.root()), mode);
        onFx(() -> {
            check.begin(Optional.empty());
            TriedChoice choice = lookup(".tried").queryAs(TriedChoice.class);
            choice.show(Optional.empty(), List.of(source()));
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private void answerBadOnes(String sequence) throws Exception {
        Source source = source();
        workbench.sources().replace(
                source.withReply(source.reply().withWhenBad(Optional.of(ReplySequence.parse(sequence)))));
    }

    private void press() {
        onFx(() -> {
            button().fire();
            return true;
        });
    }

    private Button button() {
        return lookup(".run").queryAs(Button.class);
    }

    @SuppressWarnings("unchecked")
    private List<Finding> findings() {
        return onFx(() -> List.copyOf(((ListView<Finding>) lookup(".findings").queryAs(ListView.class)).getItems()));
    }

    private String notice() {
        return onFx(() -> lookup(".banner-title").tryQueryAs(Label.class).map(Label::getText).orElse(""));
    }

    private Set<String> failed() {
        return findings().stream().filter(finding -> !finding.passed()).map(finding -> finding.trial().name())
                .collect(Collectors.toSet());
    }

    @Test
    void endpointThatAcceptsEverything_isToldWhatItShouldRefuse_andTheReportIsWritten() throws Exception {
        showSheet(Theme.Mode.LIGHT);
        press();
        await(() -> notice().startsWith("The endpoint did wrong"));

        assertEquals(Set.of("wrong secret", "missing header", "malformed header", "one byte changed"), failed());
        Path page = folder.resolve("report.html");
        Path results = folder.resolve("report.xml");
        onFx(() -> {
            lookup(".report-bar").queryAs(ReportBar.class).save(page);
            lookup(".report-bar").queryAs(ReportBar.class).save(results);
            return true;
        });
        await(() -> Files.exists(page) && Files.exists(results) && Files.size(results) > 0);
        assertTrue(Files.readString(page).contains("wrong secret"));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Mode.class, names = {"LIGHT", "DARK"})
    void endpointThatRefusesBadOnes_passes(Theme.Mode mode) throws Exception {
        answerBadOnes("401");
        showSheet(mode);
        press();
        await(() -> notice().startsWith("The endpoint did right"));

        assertEquals(Set.of(), failed());
        Screenshots.save(stage().getScene().getRoot(), "check-" + mode.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void capturedEvent_isTriedAsItWasCapturedToo() throws Exception {
        answerBadOnes("401");
        showSheet(Theme.Mode.LIGHT);
        press();
        await(() -> notice().startsWith("The endpoint did right"));
        var newest = workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 1).getFirst();
        onFx(() -> {
            check.begin(Optional.of(newest));
            return true;
        });
        press();
        await(() -> notice().startsWith("The endpoint did"));
        assertTrue(findings().stream().anyMatch(finding -> finding.trial().name().equals("as captured")));
    }

    @Test
    void endpointThatNeverAnswers_canBeLeft() throws Exception {
        answerBadOnes("never");
        showSheet(Theme.Mode.LIGHT);
        press();
        await(() -> findings().size() >= 2);
        press();
        await(() -> notice().startsWith("Cancelled after"));
        assertTrue(findings().size() < 10);
        assertFalse(onFx(() -> lookup(".report-bar").query().isVisible()));
    }

    @Test
    void wrongUrl_isToldInPlace() {
        showSheet(Theme.Mode.LIGHT);
        onFx(() -> {
            lookup(".target-field .text-field").queryAs(TextInputControl.class).setText("ftp://x");
            return true;
        });
        press();
        await(() -> notice().contains("ftp") || notice().contains("http"));
        assertTrue(findings().isEmpty());
    }
}
