package dev.hookglass.export;

import dev.hookglass.event.Bytes;
import java.util.List;

/** How a command is written for one shell. */
interface Shell {
    /** An argument that reaches the program as these characters, each of which stands for one byte (ISO-8859-1). */
    String argument(String latin1);

    /** The whole command: the arguments of {@code curl}, as {@link #argument} gave them, and the body it shall send. */
    String command(List<String> arguments, Bytes body);
}
