package dev.hookglass.cli;

import dev.hookglass.filter.FilterException;
import dev.hookglass.problem.Problem;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line and runs what it says. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class CommandLineInterface {
    static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private CommandLineInterface() {}

    /** Runs a command and gives its exit code. */
    public static int run(String[] arguments, Window window) {
        int code = run(arguments, window, System.out, System.err);
        // Print streams keep their failures to themselves, and half an output must not pass for a whole one.
        if (System.out.checkError() && code == 0) {
            System.err.println("The output could not be written whole.");
            return FAILED;
        }
        return code;
    }

    /** The same with other streams; text is UTF-8. */
    static int run(String[] arguments, Window window, OutputStream out, OutputStream err) {
        return Commands.of(new HookglassCommand(window, out), arguments)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, _) -> wrongUsage(e))
                .setExecutionExceptionHandler((e, command, _) -> failure(e, command))
                .execute(arguments);
    }

    private static int wrongUsage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(sentence(e));
        err.println("Try “" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help”.");
        return WRONG_USAGE;
    }

    /** What stands behind an option that does not exist may be a secret, so options are named alone. */
    private static String sentence(ParameterException e) {
        List<String> options = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream().filter(word -> word.startsWith("-"))
                        .map(word -> word.replaceFirst("=.*", "")).toList()
                : List.of();
        return options.isEmpty()
                ? String.valueOf(e.getMessage())
                : "There is no option " + String.join(", ", options) + " here.";
    }

    private static int failure(Exception e, CommandLine command) throws Exception {
        return switch (e) {
            case Problem problem -> {
                command.getErr().println(problem.sentence());
                yield FAILED;
            }
            case FilterException filter -> {
                command.getErr().println(filter.sentence());
                yield WRONG_USAGE;
            }
            default -> throw e;
        };
    }
}
