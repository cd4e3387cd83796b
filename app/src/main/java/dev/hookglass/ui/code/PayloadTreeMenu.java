package dev.hookglass.ui.code;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.CopyButton;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected row of a {@link PayloadTree}, by menu and by the keys that it names. */
final class PayloadTreeMenu extends ContextMenu {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    // With Ctrl it would be the window's key for cURL commands.
    private static final KeyCombination COPY_PATH = new KeyCodeCombination(KeyCode.C, KeyCombination.SHIFT_DOWN,
            KeyCombination.ALT_DOWN);
    private static final KeyCombination COPY_POINTER = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.ALT_DOWN);

    private final PayloadTree view;

    /**
     * @param onNested given the text of a string that a person wants to see as a document of its own
     * @param onWhole given a value that a person wants to see whole
     */
    PayloadTreeMenu(PayloadTree view, Consumer<Supplier<String>> onNested, Consumer<Supplier<String>> onWhole) {
        this.view = view;
        MenuItem nested = item("nested", () -> onNested.accept(view.value(selected())), null);
        MenuItem whole = item("whole", () -> onWhole.accept(view.value(selected())), null);
        getItems().addAll(item("copyValue", () -> copy(view.tree()::value), COPY),
                item("copySource", () -> copy(view.tree()::source), null),
                item("copyPath", () -> copy(view.tree()::path), COPY_PATH),
                item("copyPointer", () -> copy(view.tree()::pointer), COPY_POINTER), nested, whole,
                new SeparatorMenuItem(), item("expandBelow", () -> view.setAllOpen(selected(), true), null),
                item("collapseBelow", () -> view.setAllOpen(selected(), false), null));
        setOnShowing(_ -> {
            nested.setVisible(isNested());
            whole.setVisible(view.selected().isPresent() && view.tree().isCut(selected()));
        });
    }

    private MenuItem item(String key, Runnable action, @Nullable KeyCombination keys) {
        MenuItem item = new MenuItem(text("tree." + key));
        item.setOnAction(_ -> {
            if (view.selected().isPresent()) {
                action.run();
            }
        });
        item.setAccelerator(keys);
        return item;
    }

    private int selected() {
        return view.selected().orElseThrow();
    }

    private void copy(IntFunction<String> words) {
        CopyButton.copy(words.apply(selected()));
    }

    /** Whether the selected row is a text that holds a document of its own. */
    private boolean isNested() {
        return view.selected().isPresent() && view.tree().children(selected()) == 0
                && NestedJson.isLikely(view.tree().value(selected()));
    }

    /** Does what a key says that copies; tells whether it is such a key. */
    boolean copies(KeyEvent key) {
        for (MenuItem item : getItems()) {
            if (item.getAccelerator() != null && item.getAccelerator().match(key)) {
                item.fire();
                return true;
            }
        }
        return false;
    }
}
