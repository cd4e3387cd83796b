package dev.hookglass.ui.sources;

import atlantafx.base.controls.PasswordTextField;
import dev.hookglass.provider.Provider;
import dev.hookglass.source.Source;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Theme;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The form of a source, over a workbench of its own, anew for each test. */
abstract class WithSourceForm extends UiTest {
    @TempDir
    Path folder;

    Workbench workbench;
    final AtomicInteger done = new AtomicInteger();
    private SourceForm form;

    @BeforeEach
    final void open() throws Exception {
        workbench = Workbench.open(folder);
        showForm(Theme.Mode.LIGHT);
    }

    private SourceForm form() {
        return onFx(() -> new SourceForm(workbench.sources(), workbench.replies(), workbench.providers(),
                workbench.targets(),
                background,
                () -> Optional.of("http://127.0.0.1:8787"), _ -> {}, _ -> {}, done::incrementAndGet));
    }

    /** A new form, in place of the one shown. */
    final void showForm(Theme.Mode mode) {
        form = form();
        show(() -> {
            StackPane backdrop = new StackPane(form.root());
            backdrop.setStyle("-fx-background-color: -color-bg-inset; -fx-padding: 24px;");
            return backdrop;
        }, mode);
    }

    @AfterEach
    final void close() throws Exception {
        workbench.close();
    }

    final void add() {
        onFx(() -> {
            form.add();
            return true;
        });
        await(() -> !providers().getItems().isEmpty());
    }

    final void edit(Source source) {
        onFx(() -> {
            form.edit(source);
            return true;
        });
        await(() -> field("Name").getText().equals(source.name()));
    }

    final void choose(String id) {
        onFx(() -> {
            providers().setValue(workbench.providers().find(id).orElseThrow());
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    final ComboBox<Provider> providers() {
        return lookup(".combo-box").queryAs(ComboBox.class);
    }

    /** The field below a name. */
    final TextInputControl field(String name) {
        return lookup(".field-name").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(name))
                .map(label -> (TextInputControl) label.getLabelFor())
                .findFirst().orElseThrow();
    }

    final PasswordTextField secret() {
        return lookup(".secret-text").queryAs(PasswordTextField.class);
    }

    final Optional<String> objection() {
        return onFx(() -> lookup(".objection").queryAllAs(Label.class).stream()
                .filter(Label::isVisible).map(Label::getText).findFirst());
    }

    final Optional<String> banner() {
        return onFx(() -> lookup(".banner-title").queryAllAs(Label.class).stream().map(Label::getText).findFirst());
    }
}
