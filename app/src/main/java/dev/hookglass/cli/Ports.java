package dev.hookglass.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Port numbers as typed. */
final class Ports {
    private Ports() {}

    static int require(int port, CommandLine command) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(command,
                    "There is no port " + port + "; choose one from 1 to 65535, or 0 for any free one.");
        }
        return port;
    }
}
