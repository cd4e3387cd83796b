package dev.hookglass.source;

import dev.hookglass.keychain.Keychain;
import dev.hookglass.keychain.SecretService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A {@code secret-tool} that keeps texts in a folder and notes what it was asked. */
public final class FakeSecretTool {
    private final Path folder;
    private final Path command;

    /** @param folder to put the command and what it keeps into */
    public FakeSecretTool(Path folder) throws IOException {
        this.folder = folder;
        command = Files.createDirectories(folder.resolve("bin")).resolve("secret-tool");
        behave("");
    }

    /** Does something else first, as lines of a shell script. */
    public void behave(String lines) throws IOException {
        Files.writeString(command,
                """
                        #!/bin/sh
                        echo "$@" >> 'FOLDER/asked'
                        LINES
                        for id; do :; done
                        if [ "$1" = store ]; then cat > "FOLDER/kept-$id"; elif [ -f "FOLDER/kept-$id" ]; then cat "FOLDER/kept-$id"; else exit 1; fi
                        """
                        .replace("LINES", lines).replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    public Keychain keychain() {
        return new SecretService(command.toString());
    }

    /** The folder that the command is in. */
    public Path bin() {
        return folder.resolve("bin");
    }

    /** The arguments of all calls; empty if it was never called. */
    public String asked() throws IOException {
        Path asked = folder.resolve("asked");
        return Files.exists(asked) ? Files.readString(asked) : "";
    }

    /** All that it keeps is gone. */
    public void forget() throws IOException {
        try (var kept = Files.newDirectoryStream(folder, "kept-*")) {
            for (Path each : kept) {
                Files.delete(each);
            }
        }
    }

    /** What it keeps, as one text. */
    public String kept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var kept = Files.newDirectoryStream(folder, "kept-*")) {
            for (Path each : kept) {
                all.append(Files.readString(each));
            }
        }
        return all.toString();
    }
}
