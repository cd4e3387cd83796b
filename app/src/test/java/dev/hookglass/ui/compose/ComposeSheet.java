package dev.hookglass.ui.compose;

import dev.hookglass.event.CapturedEvent;
import dev.hookglass.event.EventSummary;
import dev.hookglass.filter.EventFilter;
import dev.hookglass.provider.Provider;
import dev.hookglass.receiver.ReceiverSettings;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.ui.code.PayloadEditor;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The sheet to compose in, and a receiver to send to. */
abstract class ComposeSheet extends UiTest {
    final ObservableList<String> recent = FXCollections.observableArrayList();

    @TempDir
    Path folder;

    Workbench workbench;
    ComposeView compose;
    String url;

    @BeforeEach
    final void open() throws Exception {
        workbench = Workbench.open(folder);
        url = workbench.listen(ReceiverSettings.at(ReceiverSettings.LOOPBACK, 0));
        openSheet(Theme.Mode.LIGHT);
    }

    @AfterEach
    final void close() throws Exception {
        workbench.close();
    }

    final void openSheet(Theme.Mode mode) {
        compose = onFx(
                () -> new ComposeView(workbench, background, recent, _ -> Map.of("tenant", "acme"), () -> {}));
        show(() -> {
            StackPane backdrop = new StackPane(compose.root());
            backdrop.setStyle("-fx-background-color: -color-bg-inset");
            return backdrop;
        }, mode);
    }

    /** Goes on with what was composed last, or begins with a sample. */
    final void begin() {
        onFx(() -> {
            compose.begin();
            return true;
        });
        await(() -> !editor().text().isEmpty());
    }

    final void edit(CapturedEvent event) {
        onFx(() -> {
            compose.edit(event);
            return true;
        });
    }

    final PayloadEditor editor() {
        return lookup(".payload-editor").queryAs(PayloadEditor.class);
    }

    @SuppressWarnings("unchecked")
    final ComboBox<Provider> providers() {
        return lookup(".sample-choice .combo-box").queryAllAs(ComboBox.class).iterator().next();
    }

    /** Sends to a path of the receiver, or to any URL. */
    final void sendTo(String target) {
        onFx(() -> {
            lookup(".target-field").queryAs(ComboBox.class).getEditor()
                    .setText(target.startsWith("/") ? url + target : target);
            compose.send();
            return true;
        });
    }

    final List<EventSummary> stored() throws Exception {
        return workbench.events().older(EventFilter.ALL, Long.MAX_VALUE, 100);
    }

    final CapturedEvent newest() throws Exception {
        return workbench.events().find(stored().getFirst().id()).orElseThrow();
    }
}
