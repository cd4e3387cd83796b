package dev.hookglass.ui.detail;

import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.ui.UiTest;
import dev.hookglass.ui.base.Choices;
import dev.hookglass.ui.base.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A body in its tab, and what a person sees of it. */
abstract class WithBodyTab extends UiTest {
    static final String JSON = "application/json";

    @TempDir
    Path folder;

    BodyTab tab;

    @BeforeEach
    final void open() {
        tab = shown(Theme.Mode.LIGHT);
    }

    final void reopen() {
        reopen(Theme.Mode.LIGHT);
    }

    final void reopen(Theme.Mode mode) {
        tab = shown(mode);
    }

    private BodyTab shown(Theme.Mode mode) {
        BodyTab made = onFx(
                () -> new BodyTab(background, new Choices(folder.resolve("choices.json"), background), _ -> {}));
        show(made::root, mode);
        return made;
    }

    final void body(String type, byte[] bytes, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(new Header("Content-Type", type));
        onFx(() -> {
            tab.show(Bytes.wrap(bytes), headers);
            return true;
        });
    }

    final void body(String type, String text) {
        body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    final ListView<Integer> tree() {
        return (ListView<Integer>) Objects.requireNonNull(tab.root().lookup(".payload-tree-rows"));
    }

    final Set<String> chosen() {
        return onFx(() -> tab.root().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> button.isVisible() && button.isSelected() && button.getText() != null)
                .map(ToggleButton::getText).collect(Collectors.toSet()));
    }

    final boolean treeSays(String words) {
        return tab.root().lookupAll(".payload-tree-row").stream()
                .anyMatch(row -> row.lookupAll("Text").stream().map(text -> ((Text) text).getText())
                        .collect(Collectors.joining()).contains(words));
    }

    final boolean says(String words) {
        return tab.root().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    final String clipboard() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    final void goTo(String pointer) {
        onFx(() -> {
            tab.goTo(pointer);
            return true;
        });
        await(() -> tree().getSelectionModel().getSelectedIndex() > 0);
    }
}
