package dev.hookglass.cli;

import dev.hookglass.problem.Problem;
import dev.hookglass.signature.Secret;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Secrets: on the command line, or, out of sight of the process list, in a file or the environment. */
final class SecretOptions {
    @Option(names = "--secret", paramLabel = "S", description = "A secret as you would paste it: its text; user:password for HTTP Basic; Header-Name: value"
            + " for a header key. May be repeated. Others on this machine can see it in the process list.")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--secret-file", paramLabel = "F", description = "A file that holds a secret; a line break at its end does not count.")
    private @Nullable Path file;

    /** All secrets given; the environment's only if there is no other. */
    List<Secret> secrets() throws Problem {
        List<String> all = new ArrayList<>(texts);
        if (file != null) {
            all.add(read(file));
        }
        String environment = System.getenv("HOOKGLASS_SECRET");
        if (all.isEmpty() && environment != null && !environment.isEmpty()) {
            all.add(environment);
        }
        List<Secret> secrets = new ArrayList<>();
        for (String text : all) {
            secrets.add(new Secret("secret " + (secrets.size() + 1), text));
        }
        return secrets;
    }

    /** The one secret that is meant; asked for on the terminal where none is given. */
    String one() throws Problem {
        List<Secret> given = secrets();
        if (given.size() > 1) {
            throw new Problem("Give one secret at a time, so that each has its own label.");
        }
        if (given.size() == 1) {
            return given.getFirst().text();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Secret: ");
        if (typed == null || typed.length == 0) {
            throw new Problem("There is no secret; name a file with --secret-file or set HOOKGLASS_SECRET.");
        }
        return new String(typed);
    }

    private static String read(Path file) throws Problem {
        try {
            return Files.readString(file).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new Problem("The secret file " + file + " cannot be read; check its name and permissions.", e);
        }
    }
}
