package dev.hookglass.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Setting the journal aside along with its database, or because it cannot be read. */
final class JournalAside {
    private JournalAside() {}

    /** Gives the files of a folder's journal, where they hold anything, names that begin with a stem. */
    static void setAll(Path folder, String stem) throws IOException {
        for (String name : Journal.FILES) {
            if (Journal.isIn(folder.resolve(name))) {
                set(folder.resolve(name), stem);
            }
        }
    }

    /** Gives a file a name that begins with a stem, and gives where it is now. */
    static Path set(Path file, String stem) throws IOException {
        String name = stem + file.getFileName().toString().replace("events", "");
        Path aside = file.resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(name.replace(".journal", "-" + number + ".journal"));
        }
        Files.move(file, aside);
        return aside;
    }
}
