package dev.hookglass;

import dev.hookglass.cli.CommandLineInterface;
import dev.hookglass.ui.WindowMain;

/** The way in: the command line decides whether a command runs or the window opens. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments, WindowMain::open));
    }
}
