package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Opens the window; given to the command line so that it need not know JavaFX. */
@FunctionalInterface
public interface Window {
    /**
     * Opens the window and returns when it is closed.
     *
     * @param data the data folder
     * @param port the port to listen on; empty for the one that was chosen last
     * @throws Problem if there is no display
     */
    void open(Path data, OptionalInt port) throws Problem;
}
