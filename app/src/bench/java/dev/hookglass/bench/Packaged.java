package dev.hookglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Hookglass as the build has packaged it: what its launcher gives Java, for other classes that run beside its own. */
record Packaged(Path home) {
    /** Those with a variable of the shell in them are left out. */
    private static final Pattern OPTION = Pattern.compile("(?m)(?<=\\s)-X(?:X:|m)[^\\s\"$]+(?=\\s)");

    /** The command that runs a class as the launcher runs Hookglass, with its start-up cache, where the build has one. */
    List<String> java(Class<?> main, String... arguments) throws IOException {
        Path lib = home.resolve("lib");
        List<String> command = new ArrayList<>(List.of(Workplace.javaCommand(), "--module-path",
                lib.resolve("javafx").toString(), "--add-modules", "javafx.controls,jfx.incubator.richtext",
                "--enable-native-access=javafx.graphics", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options());
        Path cache = lib.resolve("hookglass.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-cp",
                lib.resolve("hookglass.jar") + System.getProperty("path.separator")
                        + System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> options() throws IOException {
        return OPTION.matcher(Files.readString(home.resolve("bin/hookglass"))).results().map(MatchResult::group)
                .toList();
    }
}
