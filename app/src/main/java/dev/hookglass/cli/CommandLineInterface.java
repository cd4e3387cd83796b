package dev.hookglass.cli;

import dev.hookglass.filter.FilterException;
import dev.hookglass.problem.Problem;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

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
        err.println(e.getMessage());
        err.println("Try “" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help”.");
        return WRONG_USAGE;
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
