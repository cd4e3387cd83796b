package dev.hookglass.ui.shell;

import static dev.hookglass.ui.base.Messages.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a file to write. */
final class FileToWrite {
    private FileToWrite() {}

    /** @param name what it may be called */
    static Optional<Path> ask(Window window, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("export.title"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }
}
