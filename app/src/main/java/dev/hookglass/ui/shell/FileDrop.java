package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import dev.hookglass.ui.base.EmptyState;
import dev.hookglass.ui.base.Icon;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** A file that is dragged over the window: a hint says what becomes of it, and dropping it takes it in. */
final class FileDrop {
    private final StackPane root;
    private final Consumer<Path> onFile;
    private final Node hint = new EmptyState(Icon.IMPORT, text("drop.title"), text("drop.text"));

    private FileDrop(StackPane root, Consumer<Path> onFile) {
        this.root = root;
        this.onFile = onFile;
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
    }

    /** @param root all of the window's content */
    static void into(StackPane root, Consumer<Path> onFile) {
        FileDrop drop = new FileDrop(root, onFile);
        root.addEventHandler(DragEvent.DRAG_OVER, drop::over);
        root.addEventHandler(DragEvent.DRAG_EXITED, _ -> drop.hide());
        root.addEventHandler(DragEvent.DRAG_DROPPED, drop::dropped);
    }

    private static List<File> files(DragEvent drag) {
        return drag.getDragboard().hasFiles() ? drag.getDragboard().getFiles() : List.of();
    }

    private void over(DragEvent drag) {
        if (files(drag).size() == 1) {
            drag.acceptTransferModes(TransferMode.COPY);
            if (!root.getChildren().contains(hint)) {
                root.getChildren().add(hint);
            }
            drag.consume();
        }
    }

    private void hide() {
        root.getChildren().remove(hint);
    }

    private void dropped(DragEvent drag) {
        hide();
        List<File> files = files(drag);
        drag.setDropCompleted(files.size() == 1);
        drag.consume();
        if (files.size() == 1) {
            onFile.accept(files.getFirst().toPath());
        }
    }
}
