package dev.hookglass.cli;

import dev.hookglass.folder.DataFolder;
import dev.hookglass.keychain.Keychain;
import dev.hookglass.problem.Problem;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.target.Targets;
import dev.hookglass.workbench.ClosedFolder;
import dev.hookglass.workbench.Workbench;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command takes. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: the operating system's place for it).")
    private @Nullable Path folder;

    Path path() {
        return folder == null ? DataFolder.defaultPath() : folder;
    }

    /** The providers known here; nothing is opened for them. */
    Catalogue providers() {
        return Catalogue.load(path().resolve("providers"));
    }

    Workbench open() throws Problem {
        return Workbench.open(path(), Keychain.ofThisSystem());
    }

    /** The targets, also of a folder that another Hookglass has open; changes to them are not to be saved. */
    Targets targets() throws Problem {
        return ClosedFolder.targets(path());
    }
}
