package dev.hookglass.keychain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that speaks with the keychain. What it is to keep goes by its standard input: arguments can be seen by others. */
final class KeychainTool {
    private static final int LONGEST = 200;

    private KeychainTool() {}

    /** What a command did. */
    record Result(int exit, String out, String error) {}

    /**
     * Runs a command and waits until it ends; it is ended where it takes too long.
     *
     * @param input its standard input
     * @throws KeychainException if it is not there or takes too long
     */
    static Result run(List<String> command, String input, Duration patience)
            throws KeychainException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new KeychainException("there is no “" + command.getFirst() + "” on this system", e);
        }
        try {
            write(process, input);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeychainException("the system keychain did not answer within " + patience.toSeconds()
                        + " seconds");
            }
            return new Result(process.exitValue(), text(process.getInputStream().readAllBytes()),
                    text(process.getErrorStream().readNBytes(LONGEST)));
        } catch (IOException e) {
            throw new KeychainException("“" + command.getFirst() + "” could not be spoken to", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedBeforeItRead) {
            // Its exit code tells.
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    /** What a command said as it failed, in one line. */
    static KeychainException failure(Result result) {
        String said = result.error().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
        return new KeychainException(said.isEmpty()
                ? "the system keychain refused"
                : "the system keychain said “" + said + "”");
    }
}
